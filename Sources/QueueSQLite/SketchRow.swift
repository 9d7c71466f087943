internal import Foundation
internal import GRDB
internal import Queue
internal import Wire

/// The sketches of originals, and the bands by which they are found.
enum SketchRow {
    /// Writes what a batch knows of kinship.
    static func write(_ batch: JournalBatch, _ db: Database) throws {
        for (sequence, kinship) in batch.kinships.sorted(by: { $0.key < $1.key }) {
            switch kinship {
            case .nearDuplicate(let original):
                let sql = "UPDATE articles SET original = ? WHERE sequence = ?"
                try db.cachedStatement(sql: sql).execute(arguments: [Data(original.bytes), sequence])
            case .original(let sketch):
                let sql = "INSERT OR REPLACE INTO sketches (sequence, sketch) VALUES (?, ?)"
                try db.cachedStatement(sql: sql).execute(arguments: [sequence, Data(sketch.bytes)])
                let band = try db.cachedStatement(sql: "INSERT OR IGNORE INTO bands (key, sequence) VALUES (?, ?)")
                for key in sketch.bandKeys { try band.execute(arguments: [key, sequence]) }
            }
        }
        for sequence in batch.dropped {
            guard let sketch = try fetch(sequence, db) else { continue }
            let band = try db.cachedStatement(sql: "DELETE FROM bands WHERE key = ? AND sequence = ?")
            for key in sketch.bandKeys { try band.execute(arguments: [key, sequence]) }
            try db.cachedStatement(sql: "DELETE FROM sketches WHERE sequence = ?").execute(arguments: [sequence])
        }
    }

    /// As ``SketchIndex/original(near:)``: two look-ups for each band, however many articles there are.
    static func original(near sketch: Sketch, _ db: Database) throws -> ArticleID? {
        let candidates = try db.cachedStatement(
            sql: "SELECT sequence FROM bands WHERE key = ? ORDER BY sequence LIMIT \(SketchIndex.mostCandidates)"
        )
        var seen: Set<Int> = []
        for key in sketch.bandKeys {
            for sequence in try Int.fetchAll(candidates, arguments: [key]) where seen.insert(sequence).inserted {
                guard let other = try fetch(sequence, db), other.isNear(sketch) else { continue }
                let id = try db.cachedStatement(sql: "SELECT id FROM articles WHERE sequence = ?")
                guard let bytes = try Data.fetchOne(id, arguments: [sequence]), bytes.count == 16 else { continue }
                return ArticleID(bytes: Array(bytes))
            }
        }
        return nil
    }

    private static func fetch(_ sequence: ArticleRecord.Sequence, _ db: Database) throws -> Sketch? {
        let statement = try db.cachedStatement(sql: "SELECT sketch FROM sketches WHERE sequence = ?")
        return try Data.fetchOne(statement, arguments: [sequence]).flatMap { Sketch(bytes: Array($0)) }
    }
}
