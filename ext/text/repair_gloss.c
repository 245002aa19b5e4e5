/* Pinyin that a converter put behind characters: 玩家們的新擂臺(tái).
**
** GLOSS-1  對(duì), 自O(shè)penAI, ，(wèi): one syllable with a tone mark in brackets is a gloss wherever it stands, for the converter
**          looked at bytes and not at characters; its reading may be wrong for the place (增長(cháng)).
** GLOSS-2  业务(yèwù): several syllables are a gloss when they sound like the characters before them, at least by half.
** GLOSS-3  玩家们(men): without a tone mark it is a gloss only on a page that has shown glosses, behind a character so read.
** Never:   王(wang), 阿里云(OpenAI), (Perú): brackets of prose. */
#include "text/repair_gloss.h"

#include "base/char.h"
#include "text/repair.h"

enum { LONGEST_GLOSS = 64, GLOSSES_OF_A_PAGE = 3 };

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

static bool page_has_glosses(const lt_writer *w) {
  uint32_t glosses = 0;
  for (uint32_t i = 0; i < w->text->repairs.count && glosses < GLOSSES_OF_A_PAGE; i++) {
    glosses += w->text->repairs.at[i].kind == LT_REPAIR_GLOSS;
  }
  return glosses >= GLOSSES_OF_A_PAGE;
}

static bool is_gloss(const lt_writer *w, uint32_t at, const lt_pinyin *pinyin) {
  if (pinyin->syllables == 1 && pinyin->toned && pinyin->is_lower) return true;                             /* GLOSS-1 */
  if (pinyin->toned) return pinyin->toned * 2 >= pinyin->syllables && count_alike(w, at, pinyin) * 2 >= pinyin->syllables; /* GLOSS-2 */
  return pinyin->syllables == 1 && pinyin->is_lower && count_alike(w, at, pinyin) == 1 && page_has_glosses(w); /* GLOSS-3 */
}

bool lt_repair_gloss(lt_writer *w, const lt_mark *mark) {
  uint32_t at = mark->place;
  lt_pinyin pinyin;
  lt_slice inside = {w->units->at + at + 1, w->units->length - at - 1};
  uint32_t length = lt_gloss_tail(inside, &pinyin);
  if (length == 0 || !is_gloss(w, at, &pinyin)) return false;
  uint32_t end = at + 1 + length;
  lt_writer_skip(w, at, end);
  lt_writer_extend(w, end);
  lt_writer_tell(w, LT_REPAIR_GLOSS, at, end, 0);
  w->gloss_byte = mark->byte;
  w->gloss_end = end;
  return true;
}
