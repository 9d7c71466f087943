internal import Article
internal import Foundation

/// Lets what an article says of a target elsewhere count in each of its sentences.
///
/// Whoever is for or against something seldom changes within an article, and irony or bare facts show only against that
/// background. So the probabilities of each mention are multiplied by a power of the mean of those in the holder's other sentences
/// about the target, which is itself drawn toward even odds where there are few (partial pooling; Gelman & Hill 2007,
/// chapter 12, in a logarithmic pool, Genest & Zidek 1986). A clear sentence stays as it is.
enum PartialPooling {
    /// The power. Chosen, as the next, on the articles of Training/stance/readings/dev.
    private static let weight = 0.7
    /// Even odds count as so many sentences.
    private static let priorCount = 0.5

    private struct Group: Hashable {
        var entity: Int
        var holder: Article.Holder
    }

    private struct Place: Hashable {
        var group: Group
        var sentence: Int
    }

    private struct Sum {
        var against = 0.0
        var neutral = 0.0
        var favor = 0.0
        var count = 0.0

        mutating func add(_ probabilities: Article.Probabilities) {
            against += probabilities.against
            neutral += probabilities.neutral
            favor += probabilities.favor
            count += 1
        }
    }

    static func pool(_ mentions: inout [ScoredMention]) {
        var groups: [Group: Sum] = [:]
        var places: [Place: Sum] = [:]
        for mention in mentions {
            let group = Group(entity: mention.mention.entity, holder: mention.holder)
            groups[group, default: Sum()].add(mention.probabilities)
            places[Place(group: group, sentence: mention.sentence), default: Sum()].add(mention.probabilities)
        }
        for index in mentions.indices {
            let group = Group(entity: mentions[index].mention.entity, holder: mentions[index].holder)
            guard let all = groups[group], let here = places[Place(group: group, sentence: mentions[index].sentence)],
                all.count > here.count
            else { continue }
            mentions[index].probabilities = pooled(mentions[index].probabilities, all, here)
        }
    }

    private static func pooled(_ own: Article.Probabilities, _ all: Sum, _ here: Sum) -> Article.Probabilities {
        let count = all.count - here.count + priorCount
        func background(_ sum: KeyPath<Sum, Double>) -> Double {
            pow(max(0, all[keyPath: sum] - here[keyPath: sum] + priorCount / 3) / count, weight)
        }
        let against = own.against * background(\.against)
        let neutral = own.neutral * background(\.neutral)
        let favor = own.favor * background(\.favor)
        let total = against + neutral + favor
        guard total > 0 else { return own }
        return Article.Probabilities(against: against / total, neutral: neutral / total, favor: favor / total)
    }
}
