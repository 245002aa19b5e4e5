/* The list of all functions. */
#include "functions/function.h"

#define LT_FUNCTION(name) extern const lt_function lt_function_##name;
#include "functions/all.def"
#undef LT_FUNCTION

const lt_function *const lt_functions[] = {
#define LT_FUNCTION(name) &lt_function_##name,
#include "functions/all.def"
#undef LT_FUNCTION
};

const uint32_t lt_function_count = sizeof lt_functions / sizeof *lt_functions;
