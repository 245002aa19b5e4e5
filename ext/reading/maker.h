/* Who made a model. See relation_maker.c for the rules. */
#ifndef LT_READING_MAKER_H
#define LT_READING_MAKER_H

#include "reading/relator.h"

/* These firms, and those whose parts they are, develop these models. */
void lt_relate_maker(lt_relator *relator, const lt_unit *firms, const lt_unit *models);

/* MAKER-5 to MAKER-7. False where no release is told. */
bool lt_relate_release(lt_relator *relator, const lt_unit *models);

#endif
