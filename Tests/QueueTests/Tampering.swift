import Foundation
import GRDB
import TestSupport

/// What nobody should do to a journal.
enum Tampering {
    /// Changes the file behind the journal's back, while no journal has it open.
    static func run(_ sql: String, in directory: TemporaryDirectory) throws {
        let database = try DatabaseQueue(path: directory.url.appending(path: "journal.sqlite").path)
        try database.writeWithoutTransaction { try $0.execute(sql: sql) }
        try database.close()
    }
}
