/* Pinyin that a converter put behind characters: 玩家們的新擂臺(tái).
**
** GLOSS-1  對(duì), 自O(shè)penAI, ，(wèi): one syllable with a tone mark in brackets is a gloss wherever it stands, for the converter
**          looked at bytes and not at characters; its reading may be wrong for the place (增長(cháng)).
** GLOSS-2  业务(yèwù): several syllables are a gloss when they sound like the characters before them: half of them where half have a
**          tone mark (one is granted where all have), all of them where fewer have (他们的(tāmende)).
** GLOSS-3  玩家们(men), 好的呢(dene): without any tone mark it is a gloss only on a page of glosses. One syllable may stand far behind
**          the character so read, with signs and other glosses between (我们的生意(yì)(de)).
** Never:   王(wang), 阿里云(OpenAI), (Perú): brackets of prose. */
#include "text/repair_gloss.h"

#include "base/char.h"
#include "text/repair.h"

enum { LONGEST_GLOSS = 64, GLOSSES_OF_A_PAGE = 3, LONGEST_ROW = 64 };

uint32_t lt_gloss_tail(lt_slice text, lt_pinyin *pinyin) {
  if (text.length > LONGEST_GLOSS) text.length = LONGEST_GLOSS;
  uint32_t length = lt_pinyin_read(text, pinyin);
  bool is_closed = length && length < text.length && (text.at[length] == ')' || text.at[length] == u'）');
  return is_closed ? length + 1 : 0;
}

/* How many syllables sound like the characters that end before a place, the last syllable like the last character. */
static uint32_t count_alike(const lt_writer *w, uint32_t at, const lt_pinyin *pinyin) {
  uint32_t alike = 0;
  for (uint32_t i = 1; i <= pinyin->syllables; i++) {
    lt_sound sound = lt_sound_of(lt_writer_before(w, at, i));
    alike += sound && lt_sounds_alike(sound, pinyin->sounds[pinyin->syllables - i]);
  }
  return alike;
}

/* The pinyin in the brackets that open at a place, and the length up to where they close; 0 where none stands there. */
static uint32_t read_brackets(const lt_units *units, uint32_t at, lt_pinyin *pinyin) {
  return lt_gloss_tail((lt_slice){units->at + at + 1, units->length - at - 1}, pinyin);
}

static bool has_tones(const lt_pinyin *pinyin) { return pinyin->toned && pinyin->toned * 2 >= pinyin->syllables && pinyin->is_lower; }

static bool opens_gloss_with_tones(const lt_units *units, uint32_t at) {
  lt_pinyin pinyin;
  return (units->at[at] == '(' || units->at[at] == u'（') && read_brackets(units, at, &pinyin) && has_tones(&pinyin);
}

/* Looked up once, when a first gloss without a tone asks. */
static bool page_has_glosses(lt_writer *w) {
  const lt_units *units = w->units;
  if (w->glosses == LT_GLOSSES_UNKNOWN) {
    uint32_t glosses = 0;
    for (uint32_t i = 0; i < units->marks.count && glosses < GLOSSES_OF_A_PAGE; i++) glosses += opens_gloss_with_tones(units, units->marks.at[i].place);
    w->glosses = glosses >= GLOSSES_OF_A_PAGE ? LT_GLOSSES_SHOWN : LT_GLOSSES_NONE;
  }
  return w->glosses == LT_GLOSSES_SHOWN;
}

static bool sounds_like_one_before(const lt_writer *w, uint32_t at, const lt_pinyin *pinyin) {
  for (uint32_t i = 1; i <= LONGEST_ROW; i++) {
    lt_sound before = lt_sound_of(lt_writer_before(w, at, i));
    if (before && lt_sounds_alike(before, pinyin->sounds[0])) return true;
  }
  return false;
}

static bool is_gloss(lt_writer *w, uint32_t at, const lt_pinyin *pinyin) {
  if (pinyin->syllables == 1 && has_tones(pinyin)) return true; /* GLOSS-1 */
  if (pinyin->syllables == 1) return pinyin->is_lower && !pinyin->toned && sounds_like_one_before(w, at, pinyin) && page_has_glosses(w); /* GLOSS-3 */
  uint32_t alike = count_alike(w, at, pinyin), credit = pinyin->toned == pinyin->syllables;
  if (alike == pinyin->syllables && pinyin->is_lower) return pinyin->toned || page_has_glosses(w); /* GLOSS-2, GLOSS-3 */
  return alike && pinyin->toned * 2 >= pinyin->syllables && (alike + credit) * 2 >= pinyin->syllables; /* GLOSS-2 */
}

bool lt_repair_gloss(lt_writer *w, const lt_mark *mark) {
  uint32_t at = mark->place;
  lt_pinyin pinyin;
  uint32_t length = read_brackets(w->units, at, &pinyin);
  if (length == 0 || !is_gloss(w, at, &pinyin)) return false;
  uint32_t end = at + 1 + length;
  lt_writer_skip(w, at, end);
  lt_writer_extend(w, end);
  lt_writer_tell(w, LT_REPAIR_GLOSS, at, end, 0);
  w->gloss_byte = mark->byte;
  w->gloss_end = end;
  return true;
}
