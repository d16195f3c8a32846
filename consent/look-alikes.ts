// Each row: characters as written, then the Latin letters they pass for, in the same order. Capitals
// and small letters apart, for capital Greek Ρ passes for P and small ρ for p, but Η for H and η for n.
const ROWS = [
  // Cyrillic
  ['АВЕІЈКМНОРЅСТУХҮҺԀԌԚԜӀӨЬ', 'abeijkmhopsctyxyhdgqwlob'],
  ['авеіјкмнорѕстухүһԁԍԛԝӏөьгпԏ', 'abeijkmhopsctyxyhdgqwlobrnt'],
  // Greek
  ['ΑΒΕΖΗΙΚΜΝΟΡΣΤΥΧϺͿϚ', 'abezhikmnopstyxmjs'],
  ['αβεηικνορςστυχωγδϳ', 'abenikvopsotuxwydj'],
  // Small capitals, and the phonetic alphabet's other letters
  ['ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ', 'abcdefghijklmnopqrstuvwyz'],
  ['ɑɐɓɔɕɖɗəɛɠɡɦɨɩɫɭɱɲɳɵɾɽʂʈʉʊʋʐʑıȷ', 'aabocddeeggiiillmnnorrstuuvzzij'],
  // Latin letters with a stroke, which no decomposition takes off
  ['ØøĐđŁłĦħŦŧƗɨɃƀǤǥÐðÞþ', 'ooddllhhttiibbggddpp'],
  // Cherokee, Lisu and Armenian
  ['ᎪᏴᏟᎠᎬᏀᎻᎥᎫᏦᏞᎷᎾᏢᏒᏚᎢᏙᎳᏃ', 'abcdeghijklmoprstvwz'],
  ['ꓮꓐꓚꓓꓰꓝꓖꓧꓲꓙꓗꓡꓟꓠꓳꓑꓣꓢꓔꓴꓦꓪꓫꓬꓜ', 'abcdefghijklmnoprstuvwxyz'],
  ['ՏՍՕԼօոսցհ', 'suolonugh'],
] as const

const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  ROWS.flatMap(([written, meant]) =>
    Array.from(written, (character, at): [string, string] => [character, meant.charAt(at)]),
  ),
)

// 🅐 to 🅩 and 🅰 to 🆉: the only letters in disguise that NFKC leaves as they are. Flags are not among
// them: 🇧🇷 after "stop" is a decoration, not two letters.
const letterInDisc = (codePoint: number): string | undefined => {
  const start = codePoint >= 0x1f170 ? 0x1f170 : 0x1f150
  return codePoint >= start && codePoint < start + 26
    ? String.fromCharCode(97 + codePoint - start)
    : undefined
}

/** The Latin letter that a character passes for to the eye, or the character itself (after Unicode's confusables). */
export const looksLike = (character: string): string =>
  LOOK_ALIKES.get(character) ?? letterInDisc(character.codePointAt(0) ?? 0) ?? character
