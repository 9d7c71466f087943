/// The written form of a duration: `1500ms`, `2s`, `5m`, `1h`, `7d`.
enum DurationText {
    private static let units: [(name: String, milliseconds: Int)] = [
        ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1_000), ("ms", 1),
    ]

    /// Reads a whole number with its unit, or a bare `0`; nil for anything else, fractions and overflow included.
    static func parse(_ text: String) -> Duration? {
        guard let quantity = Quantity(text) else { return nil }
        if quantity.number == 0, quantity.unit.isEmpty { return .zero }
        guard let unit = units.first(where: { $0.name == quantity.unit }) else { return nil }
        let (product, overflow) = quantity.number.multipliedReportingOverflow(by: unit.milliseconds)
        return overflow ? nil : .milliseconds(product)
    }

    /// The duration in the largest unit that divides it; below a millisecond is cut off.
    static func format(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        let milliseconds = Int(seconds) * 1_000 + Int(attoseconds / 1_000_000_000_000_000)
        if milliseconds == 0 { return "0ms" }
        for unit in units where milliseconds % unit.milliseconds == 0 {
            return "\(milliseconds / unit.milliseconds)\(unit.name)"
        }
        return "\(milliseconds)ms"
    }
}
