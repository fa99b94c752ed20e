extension Arabic {
  private static let frame = LetterFrame(
    appointment: "موعدكم", appointments: "مواعيدكم", next: "موعدكم القادم",
    noNext: "ليس لكم موعد قادم بعد. إذا أردتم موعدًا فأخبرونا.", offer: "اقتراحنا", choice: "خياراتكم",
    contact: "مع من يمكنكم التحدث",
    urgentHelp: "إذا كان الأمر لا يحتمل الانتظار", close: "مع أطيب التحيات من {{practice}}", phone: "هاتف: ",
    email: "بريد إلكتروني: ")

  func template(_ kind: Notice.Kind) -> String { Self.frame.template(kind, opening(kind)) }

  private func opening(_ kind: Notice.Kind) -> String {
    let fromNowOn = "يرجى الاعتماد على هذه الرسالة من الآن."
    return switch kind {
    case .first:
      "نود إخباركم بغياب {{clinician}} {{away}}. {{#colleague}}يهمنا أن تجدوا من يقف إلى جانبكم في هذه الفترة."
        + " {{/colleague}}هذا ما يعنيه ذلك لكم."
    case .reminder: "نذكّركم بغياب {{clinician}} {{away}}."
    case .closure:
      "سيكون مركزنا مغلقًا في {{#one}}يوم لكم فيه موعد{{/one}}{{#several}}أيام لكم فيها مواعيد{{/several}}. نود أن تعرفوا"
        + " ذلك في وقت مبكر."
    case .change:
      "تغيّر أمر منذ رسالتنا الأخيرة، ونعتذر عن ذلك. سيكون غياب {{clinician}} {{away}}. \(fromNowOn)"
    case .withdrawal:
      "تغيّر أمر منذ رسالتنا الأخيرة. \(fromNowOn)"
    case .back:
      "بعد غياب {{away}}، ستكون عودة {{clinician}} {{back}}. شكرًا لصبركم."
    case .offer:
      "{{#changed}}تغيّر أمر منذ رسالتنا الأخيرة في هذا الشأن. \(fromNowOn) {{/changed}}لدى {{clinician}} اقتراح لكم: لقاء شخص"
        + " آخر من فريقنا أيضًا. الأمر متروك لكم. وفي كل ما عدا ذلك، يبقى بإمكانكم التواصل مع {{clinician}}."
    }
  }
}
