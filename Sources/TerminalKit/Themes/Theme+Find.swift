import Glibc

extension Theme {
    /// Folders that may hold theme files, the person's own first.
    ///
    /// `$FIRSTDESK_THEMES`, then `$XDG_CONFIG_HOME/firstdesk/themes` or `~/.config/firstdesk/themes`, then upwards from the
    /// program: the first folder with `themes` or `share/firstdesk/themes` in it. Only folders that exist are given.
    public static var supportFolders: [String] {
        var folders: [String] = []
        if let own = environment("FIRSTDESK_THEMES") { folders.append(own) }
        if let config = environment("XDG_CONFIG_HOME") {
            folders.append(config + "/firstdesk/themes")
        } else if let home = environment("HOME") {
            folders.append(home + "/.config/firstdesk/themes")
        }
        var folder = executableFolder()
        while let current = folder {
            if let found = [current + "/themes", current + "/share/firstdesk/themes"].first(where: isFolder) {
                folders.append(found)
                break
            }
            folder = parent(of: current)
        }
        return folders.filter(isFolder)
    }

    /// Finds a theme by its name: the built-in default, or the file of that name in the first folder that has it.
    ///
    /// A file named like the default replaces it. Throws ``ThemeError`` when there is no such theme or its file is broken; the
    /// caller then goes on with ``bankBlue``.
    public static func named(_ name: String, searching folders: [String]) throws(ThemeError) -> Theme {
        // A name is no path: what comes from settings must not read files elsewhere.
        guard !name.isEmpty, !name.utf8.contains(UInt8(ascii: "/")), name.first != "." else {
            throw ThemeError(file: name, line: 0, reason: "not the name of a theme")
        }
        for folder in folders {
            let path = folder + "/" + name + ".json"
            if access(path, F_OK) == 0 { return try load(path) }
        }
        if name == bankBlue.name { return bankBlue }
        throw ThemeError(file: name + ".json", line: 0, reason: "there is no theme of this name")
    }

    /// Reads one theme file.
    public static func load(_ path: String) throws(ThemeError) -> Theme {
        guard let file = fopen(path, "re") else {
            throw ThemeError(file: path, line: 0, reason: "cannot be opened: " + String(cString: strerror(errno)))
        }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = fread(&chunk, 1, chunk.count, file)
            if count == 0 { break }
            bytes += chunk[..<count]
            // The largest bundled theme has some 6 kB.
            guard bytes.count < 1 << 20 else { throw ThemeError(file: path, line: 0, reason: "too large for a theme") }
        }
        guard ferror(file) == 0 else { throw ThemeError(file: path, line: 0, reason: "cannot be read") }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ThemeError(file: path, line: 0, reason: "is not UTF-8 text")
        }
        return try ThemeFile.read(text, file: path)
    }

    /// The names of all themes to be found, in order, the built-in default first.
    public static func list(searching folders: [String] = supportFolders) -> [String] {
        var names: Set<String> = []
        for folder in folders {
            guard let directory = opendir(folder) else { continue }
            defer { closedir(directory) }
            while let entry = readdir(directory) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                    // d_name is a C string within its fixed array (readdir(3)).
                    pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) { String(cString: $0) }
                }
                if name.hasSuffix(".json"), name.first != "." { names.insert(String(name.dropLast(5))) }
            }
        }
        names.remove(bankBlue.name)
        return [bankBlue.name] + names.sorted()
    }

    private static func environment(_ name: String) -> String? {
        guard let value = getenv(name), value[0] != 0 else { return nil }
        return String(cString: value)
    }

    private static func isFolder(_ path: String) -> Bool {
        var facts = stat()
        return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
    }

    private static func executableFolder() -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        guard count > 0 else { return nil }
        return parent(of: String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }

    private static func parent(of path: String) -> String? {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash > path.startIndex else { return nil }
        return String(path[..<slash])
    }
}
