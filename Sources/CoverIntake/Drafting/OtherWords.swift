/// Words of titles that are of something other than a client's session, in the languages in which letters are written and
/// some more, folded. A title that holds one is nobody's name.
enum OtherWords {
  static func contains(_ word: Substring) -> Bool { words.contains(word) }

  private static let words: Set<Substring> = Set(
    """
    about absence absent accountant accounts admin administration advent airport anniversary annual appraisal arzt \
    assembly audit available away back besprechung billing birthday block blocked board boiler bookings bookkeeper \
    break breakfast brunch buchhaltung budget builder bureau buro bus busy cafe calendar car catch-up ceremony \
    chapter check-in checkin childcare children choir christmas cinema class cleaner clinic closed closure \
    coffee collect collection college comida committee community commute conference congress contract council course \
    covering cpd creche cv dad deadline debrief dejeuner delivery dentist dentiste descanso desk dinner doctors dog \
    drinks drop-off duty easter einkaufen electrician email emails equipe equipo evaluation event exam exercise \
    feedback feiertag ferie ferien finance first-aid flight focus football formacion formation fortbildung forum \
    fotos free friends from fruhstuck funding funeral fyi garage garden gp grandma grandpa granny group \
    groupe grupo gruppe gym hair haircut hairdresser half handbook handover health holiday holidays home hospice \
    hospital hours hr hub idea induction information insurance interview interviews intervision invoice invoices \
    invoicing journal kein keine kita landlord launch leave lecture letters liaison library lunch maintenance \
    management manager marketing massage mdt meet meetings mentor mentoring midday mittag mittagessen mittagspause \
    mot multidisciplinary mum nativity network networking new-year newsletter no notes nursery off office \
    on-call onboarding ooo open optician orthodontist osteopath our out own paperwork parents parking party pause \
    payroll peer personal physio pick pick-up pickup pilates placement planning play plumber practice prep \
    preparation presentation print project public quarterly rachunki raum reading recording recovery recruitment \
    reflection reflective rehearsal reminder repair report reports research reserve resource retreat reunion room \
    rota run safeguarding school seminar service shift shopping sick site sport staff standby steuer strategy studio \
    study supervisee supervising supervision supervisor supervisors support surgery swim swimming task tax tbc tea \
    teaching team teamsitzung tennis test theatre therapists thinking time toil training travel trip trustees tutor \
    tutorial tv unavailable uni university urgent urlaub vacation vet volunteer volunteers web webinar wedding \
    weekly wfh white-space work working workshop workshops writing year yoga zahnarzt zebranie zoo
    """.split(whereSeparator: \.isWhitespace).flatMap { Words(String($0)).parts }.map { $0[...] })
}
