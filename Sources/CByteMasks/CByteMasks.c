#include "CByteMasks.h"  // Everything is in the header, so that it is compiled into its caller.
