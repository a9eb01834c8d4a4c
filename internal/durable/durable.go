// Package durable puts files on disk so that a reader never sees half of one,
// gives file names that every system takes, and locks a folder for one process.
//
// Promises: [WriteFile] leaves either the old file or the whole new one, through
// kill -9 and power cut, and nothing else behind on an error it could see.
// [Names] never gives two names that a Windows or macOS disk takes for one.
// [Acquire] answers within two seconds, naming who holds the lock.
//
// Begin with [OpenFolder] for a folder of results, [WriteFile] for one file.
package durable
