internal import Documents
internal import Service

/// Writes down how far archives have been taken, now and then, so that a later command can go on from there.
final class ResumePoint {
    private static let interval = Duration.seconds(1)

    private let path: String
    private var log: ResumeLog
    private var due = ContinuousClock.now + interval

    init(_ path: String, places: [String: ArchivePlace]) {
        self.path = path
        log = ResumeLog(places: places)
    }

    func begin(_ number: Int, _ document: Document) {
        if let place = document.place { log.begin(number, place) }
    }

    /// - Throws: ``CommandError`` where the file can't be written.
    func end(_ number: Int) throws(CommandError) {
        log.end(number)
        if ContinuousClock.now >= due { try save() }
    }

    /// - Throws: ``CommandError`` where the file can't be written.
    func save() throws(CommandError) {
        due = .now + Self.interval
        do throws(DocumentError) { try ResumeFile.save(log.places, to: path) } catch { throw CommandError("\(error)") }
    }
}
