#include "reading/reading.h"

void lt_sources_read(lt_reading *reading) { (void)reading; }
