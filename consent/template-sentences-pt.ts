import { TEMPLATE_LIMITS as MOST } from './template-shape.ts'
import type { TemplateSentences } from './template-sentences.ts'

/** In Portuguese. */
export const TEMPLATE_SENTENCES_PT: TemplateSentences = {
  'body-empty':
    'Escreva o que a mensagem diz: variáveis sozinhas não dizem a ninguém do que se trata.',
  'text-too-long': `Encurte: ${MOST.body} caracteres no corpo, ${MOST.header} no cabeçalho e no rodapé, ${MOST.button} em um botão, ${MOST.url} em um link.`,
  'buttons-too-many':
    'Tire botões: dez ao todo, dois com link, um que liga e um que copia um código.',
  'buttons-in-disorder':
    'Deixe as respostas rápidas juntas, antes ou depois de todos os outros botões.',
  'button-twice': 'Dê a cada botão um texto próprio.',
  'not-plain':
    'Aqui escreva texto simples: cabeçalho, rodapé e botões não levam quebra de linha, emoji nem * _ ~ `.',
  spacing: 'Tire tabulações, cinco espaços seguidos e duas linhas vazias seguidas.',
  'characters-hidden': 'Tire os caracteres que ninguém vê ou que mudam a direção do texto.',
  'emojis-too-many': 'Dez emojis bastam; com mais, o WhatsApp pode recusar o modelo.',
  'link-not-valid':
    'Escreva o link inteiro, a partir de https://, com uma variável no máximo e no fim.',
  'link-hides-target':
    'Leve ao seu próprio site: o WhatsApp não aceita links encurtados nem links para o próprio WhatsApp.',
  'placeholder-malformed':
    'Escreva cada variável como {{1}} ou como {{nome}}: minúsculas sem acento, algarismos e _, no máximo 32.',
  'placeholder-not-taken':
    'Tire a variável: o cabeçalho aceita uma; o rodapé e o texto dos botões, nenhuma.',
  'placeholders-mixed': 'Numere todas as variáveis ou dê nome a todas, não um pouco de cada.',
  'placeholders-not-in-row': 'Numere as variáveis de cada parte a partir de 1, sem pular.',
  'placeholder-twice': 'Dê a cada variável um nome próprio.',
  'placeholder-at-edge': 'Comece e termine o corpo com palavras, não com uma variável.',
  'placeholders-touch': 'Ponha palavras entre as duas variáveis.',
  'placeholders-too-many':
    'Diga mais com palavras: com três para cada variável e mais uma, o WhatsApp aceita.',
  'business-not-named':
    'Diga o nome da empresa, como as pessoas a conhecem, no cabeçalho, no corpo ou no rodapé.',
  'whatsapp-misspelt': 'Escreva WhatsApp com W e A maiúsculos, em uma palavra e sem abreviar.',
  'claims-partnership':
    'Tire essa afirmação: o WhatsApp não é parceiro da empresa nem endossa nada dela.',
  shames: 'Diga do que trata a mensagem, sem constranger quem diz não.',
  'asks-for-secrets':
    'Não peça em uma conversa senhas nem números completos de cartões, contas ou documentos.',
  'opt-out-missing':
    'Diga como parar de receber, por exemplo no rodapé: “Responda SAIR para não receber mais”.',
  'opt-out-advised':
    'Melhor dizer aqui também como parar de receber, por exemplo no rodapé: “Responda SAIR para não receber mais”.',
  'opt-out-not-heard':
    'Diga uma palavra de saída, como SAIR, ou dê ao botão o payload OPT_OUT: esta não seria entendida.',
  'opt-out-hard':
    'Deixe que uma palavra na conversa baste: para dizer não, não é preciso login, ligação nem visita.',
  promotion:
    'Tire o que vende ou faça dele um modelo de marketing: para o WhatsApp, toda promoção é marketing.',
  'code-outside-authentication':
    'Envie códigos de uso único com um modelo de autenticação: o WhatsApp não os aceita em outro.',
  'code-missing':
    'Diga que é um código, com uma variável para ele: “{{1}} é seu código de verificação.”',
  'code-with-more':
    'Tire isto: um modelo de autenticação leva o código, um aviso e o botão que o copia.',
  'not-specific':
    'Diga de qual pedido, consulta ou conta se trata, com uma variável: senão o WhatsApp pode tomá-lo por marketing.',
  'language-differs': 'Escreva tudo no idioma do modelo.',
}
