#pragma once

/// From now on this process turns away connections that would leave it fewer than so many open files.
///
/// libzmq cannot be told how many connections to take. When it runs out of files, its ipc listener aborts the process
/// (src/ipc_listener.cpp, 4.3.4: EMFILE is not among the errors it expects), and its tcp listener spins. So `accept4` is
/// defined here, in front of the C library's: a connection over the limit is closed at once, and libzmq is told that it was
/// aborted (ECONNABORTED), which it expects of any network. Before the first call nothing is turned away.
void accept_limit_reserve(int files);
