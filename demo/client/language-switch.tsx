import { LANGUAGES, type Language } from '../../consent/company.ts'

const NAMES: Readonly<Record<Language, string>> = { es: 'Español', pt: 'Português', en: 'English' }

/** Chooses the language of everything on the stage. */
export const LanguageSwitch = (props: {
  readonly label: string
  readonly language: Language
  readonly choose: (language: Language) => void
}) => (
  <fieldset class="languages">
    <legend class="unseen">{props.label}</legend>
    {LANGUAGES.map((language) => (
      <label key={language} lang={language}>
        <input
          checked={props.language === language}
          name="language"
          onChange={() => props.choose(language)}
          type="radio"
          value={language}
        />
        <span class="long">{NAMES[language]}</span>
        <span aria-hidden="true" class="short">
          {language.toUpperCase()}
        </span>
      </label>
    ))}
  </fieldset>
)
