import CoverDomain

/// How low the preference tier can be: each session that has cover costs at least its cheapest choice.
///
/// Where the start meets it, the tier is proven without a search.
struct PreferenceBound {
  let lowest: Int

  /// - Parameter uncovered: how many of the demands that have choices stay without cover, in every plan in question;
  ///   requests are none of them.
  init(_ facts: Facts, _ table: ChoiceTable, uncovered: Int) {
    let preference = Preference()
    let cheapest = table.byDemand[..<facts.requests.lowerBound].compactMap { choices in
      choices.map { preference.unmet(by: table.choices[$0], facts) }.min()
    }
    // At best the dearest ones are those without cover.
    lowest = cheapest.sorted().dropLast(uncovered).reduce(0, +)
  }
}
