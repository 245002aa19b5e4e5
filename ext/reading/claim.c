#include "reading/reading.h"

void lt_claims_read(lt_reading *reading) { (void)reading; }
