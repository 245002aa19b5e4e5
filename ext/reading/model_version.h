/* The version in a model's name: 3.5 of 天工3.5, 4o of GPT-4o; sizes (7B) and context lengths (128K) are none. */
#ifndef LT_READING_MODEL_VERSION_H
#define LT_READING_MODEL_VERSION_H

struct lt_reading;

void lt_versions_read(struct lt_reading *reading);

#endif
