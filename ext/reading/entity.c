#include "reading/reading.h"

void lt_entities_read(lt_reading *reading) { (void)reading; }
