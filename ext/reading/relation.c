#include "reading/reading.h"

void lt_relations_read(lt_reading *reading) { (void)reading; }
