/* The article's own grouping of its players: 互联网大厂, 科技公司, 初创企业. */
#ifndef LT_READING_CAMP_H
#define LT_READING_CAMP_H

struct lt_reading;

/* Fills reading->camp_members and the camp of every entity that has one. */
void lt_camps_read(struct lt_reading *reading);

#endif
