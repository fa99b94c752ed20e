extension Spanish {
  private static let frame = LetterFrame(
    appointment: "Su cita", appointments: "Sus citas", next: "Su próxima cita",
    noNext: "Todavía no tiene una próxima cita. Si quiere una, díganoslo.", offer: "Nuestra propuesta",
    choice: "Lo que usted prefiera",
    contact: "Con quién hablar",
    urgentHelp: "Si no puede esperar", close: "Un saludo cordial,\n{{practice}}")

  func template(_ kind: Notice.Kind) -> String { Self.frame.template(kind, opening(kind)) }

  private func opening(_ kind: Notice.Kind) -> String {
    let fromNowOn = "A partir de ahora, vale lo que dice este mensaje."
    return switch kind {
    case .first:
      "{{clinician}} no estará disponible {{away}}. {{#colleague}}Queremos que mientras tanto tenga a alguien a su lado."
        + " {{/colleague}}Esto es lo que significa para usted."
    case .reminder: "Un breve recordatorio: {{clinician}} no estará disponible {{away}}."
    case .closure:
      "Nuestra consulta estará cerrada {{#one}}un día en el que{{/one}}{{#several}}algunos días en los que{{/several}} usted tiene"
        + " cita. Queremos que lo sepa con tiempo."
    case .change:
      "Algo ha cambiado desde nuestro último mensaje. Le pedimos disculpas. {{clinician}} no estará disponible {{away}}."
        + " \(fromNowOn)"
    case .withdrawal:
      "Algo ha cambiado desde nuestro último mensaje. \(fromNowOn)"
    case .back:
      "Después de una ausencia {{away}}, {{clinician}} vuelve {{back}}. Gracias por su paciencia."
    case .offer:
      "{{#changed}}Algo ha cambiado desde nuestro último mensaje sobre esto. \(fromNowOn) {{/changed}}{{clinician}} le"
        + " propone conocer también a otra persona de nuestro equipo. Solo si usted quiere. Para todo lo demás, puede seguir"
        + " contando con {{clinician}}."
    }
  }
}
