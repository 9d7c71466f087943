internal import JSON

/// Figures with their intervals, for people or for programs.
struct FigureTable {
    private var counts: [(name: String, count: Int)] = []
    private var figures: [(name: String, value: Double, interval: ClosedRange<Double>, count: Int?)] = []

    mutating func add(_ name: String, count: Int) { counts.append((name, count)) }

    /// - Parameter count: how many the figure is made of, where that is not the same for all.
    mutating func add(_ name: String, _ value: Double, _ interval: ClosedRange<Double>, count: Int? = nil) {
        figures.append((name, value, interval, count))
    }

    func render(_ format: FigureFormat) -> [UInt8] {
        switch format {
        case .json: json.encoded(.pretty) + [0x0A]
        case .text: Array(text.utf8)
        }
    }

    /// {"documents": 2, "f1": {"value": 0.9, "interval": [0.8, 1]}}
    var json: JSON {
        var object = JSONObject()
        for (name, count) in counts { object[name] = JSON(count) }
        for figure in figures {
            var members: JSONObject = [
                "value": JSON(figure.value),
                "interval": [JSON(figure.interval.lowerBound), JSON(figure.interval.upperBound)],
            ]
            members["count"] = figure.count.map { JSON($0) }
            object[figure.name] = .object(members)
        }
        return .object(object)
    }

    /// Percentages, the names in words.
    private var text: String {
        var head = TextTable(["", ""], numeric: [1])
        for (name, count) in counts { head.append([Self.words(name), String(count)]) }
        var table = TextTable(["", "%", "95% interval", "of"], numeric: [1, 2, 3])
        for figure in figures {
            table.append([
                Self.words(figure.name), Self.percent(figure.value),
                "\(Self.percent(figure.interval.lowerBound)) – \(Self.percent(figure.interval.upperBound))",
                figure.count.map { String($0) } ?? "",
            ])
        }
        return (head.lines().dropFirst() + table.lines()).map { $0 + "\n" }.joined()
    }

    private static func words(_ name: String) -> String { String(name.map { $0 == "_" ? " " : $0 }) }

    /// Two decimals.
    private static func percent(_ value: Double) -> String {
        let hundredths = Int((value * 10_000).rounded())
        let digits = String(hundredths % 100)
        return "\(hundredths / 100)." + (digits.count < 2 ? "0" : "") + digits
    }
}
