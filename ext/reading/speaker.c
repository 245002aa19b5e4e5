#include "reading/reading.h"

void lt_quotes_attribute(lt_reading *reading) { (void)reading; }
