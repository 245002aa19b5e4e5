#!/usr/bin/awk -f
# Draws tab-separated tables (sqlite3's .mode tabs, .headers on) as boxes. A Chinese character takes two columns of a terminal, which
# the shell's own .mode box does not know before 3.48; long cells are wrapped, the widest column giving way first, so that a table is
# as wide as the terminal at most (-v width=N). Lines without a tab are no table and go through.
#
# Any awk does: text is taken byte by byte, a character being a byte and the continuation bytes (128 … 191) behind it.

BEGIN {
	FS = "\t"
	if (!width) width = ENVIRON["COLUMNS"] ? ENVIRON["COLUMNS"] : 110
	for (i = 1; i < 256; i++) code[sprintf("%c", i)] = i
}

# The bytes of the character that text begins with.
function first_bytes(text,    n) {
	for (n = 1; code[substr(text, n + 1, 1)] >= 128 && code[substr(text, n + 1, 1)] < 192; n++) continue
	return n
}

# Columns of the terminal it takes: 3 bytes and more from U+2E80 on are wide.
function columns_of(char) { return length(char) > 3 || char >= "\342\272\200" ? 2 : 1 }

function shown_width(text,    n, sum) {
	for (; text != ""; text = substr(text, n + 1)) {
		n = first_bytes(text)
		sum += columns_of(substr(text, 1, n))
	}
	return sum + 0
}

# As much of text as fits into room columns; the rest is left in `rest`. Latin words stay whole where they can.
function fitting(text, room,    used, n, at, word) {
	for (at = 1; at <= length(text); at += n) {
		n = first_bytes(substr(text, at))
		used += columns_of(substr(text, at, n))
		if (used > room) break
	}
	if (at <= length(text) && match(substr(text, 1, at), /[A-Za-z0-9.%-]+$/) && RSTART > 1) at = RSTART
	rest = substr(text, at)
	sub(/^ +/, "", rest)
	return substr(text, 1, at - 1)
}

function pad(text, room,    n) {
	for (n = shown_width(text); n < room; n++) text = text " "
	return text
}

function rule(left, middle, right,    c, i, line) {
	line = left
	for (c = 1; c <= columns; c++) {
		for (i = 0; i < widths[c] + 2; i++) line = line "─"
		line = line (c < columns ? middle : right)
	}
	print line
}

# Takes from the widest column until the table fits.
function shrink(    c, sum, widest) {
	for (;;) {
		sum = 1
		widest = 1
		for (c = 1; c <= columns; c++) {
			sum += widths[c] + 3
			if (widths[c] > widths[widest]) widest = c
		}
		if (sum <= width || widths[widest] <= 8) return
		widths[widest]--
	}
}

function draw_row(r,    c, line, left, more) {
	for (c = 1; c <= columns; c++) left[c] = cells[r, c]
	do {
		line = "│"
		more = 0
		for (c = 1; c <= columns; c++) {
			line = line " " pad(fitting(left[c], widths[c]), widths[c]) " │"
			left[c] = rest
			if (rest != "") more = 1
		}
		print line
	} while (more)
}

function draw(    c, r, w) {
	if (!rows) return
	for (c = 1; c <= columns; c++) {
		widths[c] = 0
		for (r = 1; r <= rows; r++) if ((w = shown_width(cells[r, c])) > widths[c]) widths[c] = w
	}
	shrink()
	rule("┌", "┬", "┐")
	draw_row(1)
	rule("├", "┼", "┤")
	for (r = 2; r <= rows; r++) draw_row(r)
	rule("└", "┴", "┘")
	rows = 0
}

!/\t/ { draw(); print; next }
{
	columns = NF
	rows++
	for (c = 1; c <= NF; c++) cells[rows, c] = $c
}
END { draw() }
