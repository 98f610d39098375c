#include <sqlite3.h>

// SQLITE_TRANSIENT is a cast that Swift does not import: SQLite copies the bytes before the call returns.
static inline int firstdesk_bind_text(sqlite3_stmt *statement, int index, const char *bytes, int count) {
    return sqlite3_bind_text(statement, index, bytes, count, SQLITE_TRANSIENT);
}
static inline int firstdesk_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, int count) {
    return sqlite3_bind_blob(statement, index, bytes, count, SQLITE_TRANSIENT);
}
// sqlite3_db_config is variadic; the two settings used here take an int and an int pointer.
static inline int firstdesk_db_config(sqlite3 *connection, int option, int value) {
    return sqlite3_db_config(connection, option, value, (int *)0);
}
// As variadic: whether SQLite counts the memory that it takes, for which all threads wait for each other at each piece.
static inline int firstdesk_count_memory(int counts) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, counts);
}

// Swift's Glibc module leaves out statfs. The kind of the file system that holds path, as in <linux/magic.h>, cut to
// 32 bits; -1 with errno set where it cannot be told. Needed here because a write-ahead log cannot live on a network.
#include <sys/vfs.h>
static inline long long firstdesk_file_system_kind(const char *path) {
    struct statfs about;
    if (statfs(path, &about) != 0) return -1;
    return (long long)((unsigned long long)about.f_type & 0xFFFFFFFFULL);
}
