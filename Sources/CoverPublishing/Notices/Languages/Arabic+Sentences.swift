extension Arabic {
  func salutation(_ client: String?) -> String { client.map { "مرحبًا \($0)،" } ?? "مرحبًا،" }

  func outcome(_ outcome: AppointmentOutcome) -> String {
    let clinician = outcome.clinician.name
    let consent = outcome.asksConsent ? " نرجو أن تخبرونا أولًا هل يناسبكم ذلك." : ""
    switch outcome.fate {
    case .seen(let by):
      return "بإمكان \(by.name) استقبالكم في \(these(outcome.count))، \(place(outcome)).\(consent)"
    case .offered(let by, let interval):
      return "بإمكان \(by.name) استقبالكم في وقت آخر: \(time(interval))، \(place(outcome)). هذا اقتراح فقط، فأخبرونا هل"
        + " يناسبكم\(outcome.asksConsent ? " الوقت والشخص" : "")."
    case .rests:
      return "\(willNotBe(outcome.count)). وبعد ذلك تعود مواعيدكم مع \(clinician)."
    case .notHeld:
      return "لم نجد بعد من يستقبلكم في \(these(outcome.count)). لذلك \(willNotBe(outcome.count)) الآن، ونعتذر عن ذلك."
        + " سنتواصل معكم قريبًا."
    case .closed:
      return "مركزنا مغلق. لذلك \(willNotBe(outcome.count))."
    case .asUsual:
      return "\(outcome.count == 1 ? "موعدكم" : "مواعيدكم") مع \(clinician) كما هو مقرر، \(place(outcome))."
    case .unknown:
      return "ما كتبناه لكم عن \(these(outcome.count)) لم يعد صحيحًا. إذا لم تكونوا متأكدين فاسألونا."
    case .proposed(let by):
      let place = outcome.place == .usual ? ". سنخبركم بالمكان" : "، \(place(outcome))"
      return "بإمكان \(by.name) استقبالكم في \(these(outcome.count))\(place). هذا اقتراح فقط."
    }
  }

  /// `هذا الموعد`, in the genitive and the accusative: one, two, or more.
  private func these(_ count: Int) -> String {
    switch count {
    case 1: "هذا الموعد"
    case 2: "هذين الموعدين"
    default: "هذه المواعيد"
    }
  }

  private func willNotBe(_ count: Int) -> String {
    switch count {
    case 1: "لن يتم هذا الموعد"
    case 2: "لن يتم هذان الموعدان"
    default: "لن تتم هذه المواعيد"
    }
  }

  private func place(_ outcome: AppointmentOutcome) -> String {
    switch outcome.place {
    case .site(let name): "في \(name)"
    case .online: "عبر الإنترنت"
    case .usual: "في المكان المعتاد"
    }
  }

  var freedom: String { "القرار لكم." }

  func choices(_ choices: ClientChoices) -> String {
    let clinician = choices.clinician.name
    switch choices.kind {
    case .withdrawal: return "إذا كنتم تفضلون حلًا آخر فأخبرونا."
    case .closure: return "إذا أردتم موعدًا آخر، قبل ذلك أو بعده، فأخبرونا."
    case .back:
      return choices.metColleague
        ? "إذا أردتم الاستمرار مع من استقبلكم في هذه الفترة، أو احتجتم إلى وقت أطول، فأخبرونا."
        : "إذا أردتم موعدًا آخر، أو احتجتم إلى وقت أطول، فأخبرونا."
    case .offer:
      let others = choices.others.map { "أو اختيار \($0.name) بدلًا من ذلك" }
      let ways = (["قبول هذا الموعد", "أو طلب موعد آخر"] + others).map { "- \($0)،" }
      return (["أخبرونا بما يناسبكم. يمكنكم:"] + ways + ["- أو الرفض، وعندها لا يتغير شيء."]).joined(separator: "\n")
    case .first, .reminder, .change:
      let lead =
        choices.needsAnswer
        ? "أخبرونا بما يناسبكم. \(choices.hasProposal ? "ويمكنكم أيضًا" : "يمكنكم"):"
        : "إذا كان هذا يناسبكم فلا داعي لفعل أي شيء. وإذا كان لا يناسبكم، يمكنكم:"
      return choices.mayWait
        ? """
        \(lead)
        - انتظار عودة \(clinician)،
        - أو طلب موعد مع شخص آخر،
        - أو الاتصال بنا فقط عند أمر عاجل.
        """
        : """
        \(lead)
        - طلب موعد مع شخص آخر في \(choices.isOneDay ? "هذا اليوم" : "هذه الفترة")،
        - أو الاتصال بنا فقط عند أمر عاجل.
        """
    }
  }

  func answer(email: String?, phone: String?) -> String {
    let ways = [email.map { "الكتابة إلى \($0)" }, phone.map { "الاتصال على الرقم \($0)" }].compactMap(\.self)
    return "لإخبارنا بقراركم، يمكنكم \(ways.joined(separator: " أو "))."
  }

  func contact(_ contact: ContactPeople) -> String {
    let names = list(contact.people.map(\.person.name))
    let ask = contact.people.count == 1 ? "يكفي أن تذكروا هذا الاسم." : "يكفي أن تذكروا أحد هذه الأسماء."
    guard let away = contact.away else { return "إذا كان لديكم سؤال، فيمكنكم التحدث مع \(names). \(ask)" }
    let meanwhile = "خلال غياب \(away.name)، يمكنكم التحدث مع"
    if contact.people.count == 1 || contact.people.contains(where: { $0.days.isEmpty }) {
      return "\(meanwhile) \(names). \(ask)"
    }
    return "\(meanwhile) هؤلاء الزملاء. \(ask)\n"
      + contact.people.map { "- \(list($0.days.map(shortDays))): \($0.person.name)" }.joined(separator: "\n")
  }

  var urgentHelp: String { "إذا كنتم أو كان أي شخص آخر في خطر، فاتصلوا فورًا برقم الطوارئ." }

  func quoted(_ words: String) -> String { "ويضيف مركزنا: «\(words)»" }

  func subject(_ practice: String) -> String { "رسالة من \(practice)" }

  var callGuide: [String] {
    [
      "صاحب هذا الرقم يرغب في مكالمة هاتفية. لا تتحدثوا مع أحد غيره. تأكدوا أولًا من هوية من يجيب، قبل أن تقولوا من أين"
        + " تتصلون.",
      "إذا أجاب شخص آخر أو البريد الصوتي، فلا تتركوا أي رسالة: قولوا فقط إنكم ستتصلون مرة أخرى، ولا تذكروا اسم المركز."
        + " أما صاحب الرقم نفسه فقولوا له بكلماتكم:",
    ]
  }
}
