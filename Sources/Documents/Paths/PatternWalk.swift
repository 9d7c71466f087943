/// Finds the paths that a pattern means, such as `news/**/*.html`, in the order of names.
///
/// `**` stands for any number of folders, also none. Hidden names are meant only by what begins with a full stop.
struct PatternWalk {
    private enum Part: Hashable {
        case folders
        case name(NamePattern)
    }

    private struct Step: Hashable {
        let path: String
        /// The part that comes next.
        let part: Int
    }

    let pattern: String
    private let parts: [Part]
    private let maximumDepth: Int
    private var pending: [(step: Step, depth: Int)] = []
    /// What has been looked at: with `**` twice, a path can be come to in several ways.
    private var seen: Set<Step> = []
    private var given: Set<String> = []

    init(_ pattern: String, maximumDepth: Int) {
        self.pattern = pattern
        self.maximumDepth = maximumDepth
        parts = pattern.split(separator: "/").map { $0 == "**" ? .folders : .name(NamePattern($0)) }
        pending = [(Step(path: pattern.hasPrefix("/") ? "/" : "", part: 0), 0)]
    }

    /// The next path; `nil` at the end.
    ///
    /// - Throws: ``DocumentError`` for a folder that can't be read; the walk goes on with the next call.
    mutating func next() throws(DocumentError) -> String? {
        while let (step, depth) = pending.popLast() {
            guard seen.insert(step).inserted else { continue }
            guard step.part < parts.count else {
                if !step.path.isEmpty, given.insert(step.path).inserted { return step.path }
                continue
            }
            switch parts[step.part] {
            case .folders: try pushFolders(step, depth)
            case .name(let name): try push(name, step, depth)
            }
        }
        return nil
    }

    private mutating func push(_ name: NamePattern, _ step: Step, _ depth: Int) throws(DocumentError) {
        let isLast = step.part + 1 == parts.count
        if let literal = name.literal {
            let path = Self.join(step.path, literal)
            // What is not there matches nothing, and is no error here.
            guard let kind = try? FolderWalk.kind(of: path) else { return }
            if case .folder = kind {} else if !isLast { return }
            pending.append((Step(path: path, part: step.part + 1), depth + 1))
            return
        }
        for entry in try FolderWalk.names(in: step.path.isEmpty ? "." : step.path, hidden: name.isHidden).reversed()
        where name.matches(entry) {
            let path = Self.join(step.path, entry)
            if !isLast, !Self.isFolder(path) { continue }
            pending.append((Step(path: path, part: step.part + 1), depth + 1))
        }
    }

    /// Goes on here, and in each folder below. A symbolic link is not followed: it may lead back up.
    private mutating func pushFolders(_ step: Step, _ depth: Int) throws(DocumentError) {
        guard depth < maximumDepth else {
            throw DocumentError(.tooDeep, step.path, "more than \(maximumDepth) folders deep; name this folder itself")
        }
        let isLast = step.part + 1 == parts.count
        let names = try FolderWalk.names(in: step.path.isEmpty ? "." : step.path)
        for entry in names.reversed() {
            let path = Self.join(step.path, entry)
            if FolderWalk.isRealFolder(path) {
                pending.append((Step(path: path, part: step.part), depth + 1))
            } else if isLast {
                pending.append((Step(path: path, part: parts.count), depth + 1))
            }
        }
        if !isLast { pending.append((Step(path: step.path, part: step.part + 1), depth)) }
    }

    private static func isFolder(_ path: String) -> Bool {
        if case .folder? = try? FolderWalk.kind(of: path) { true } else { false }
    }

    private static func join(_ folder: String, _ name: String) -> String {
        folder.isEmpty || folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    }
}
