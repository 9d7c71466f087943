/// A place that the model is asked about, for training.
package struct ModelCandidate {
    /// In scalars.
    package let offset: Int
    /// What the rules say.
    package let rule: BoundaryRule
    let features: FeatureList

    /// What the rules weigh, in log-odds.
    package var prior: Float { BoundaryModel.prior(of: rule) }

    /// The indices of the weights that make up the score.
    package var indices: [Int] { (0..<features.count).map { features.index($0) } }
}
