#include "reading/reading.h"

void lt_numbers_read(lt_reading *reading) { (void)reading; }
