extension Spanish {
  /// Not `seguro`, which says *sure* as well as *insurance*, nor `baja` and `permiso` alone.
  var forbidden: [(NoticeRule, [String])] {
    [
      (
        .diagnosis,
        [
          "depres*", "ansiedad*", "ansios*", "angusti*", "tept", "toc", "tdah", "autis*", "asperger", "bipolar*",
          "esquizo*", "psicosis", "psicótic*", "adicci*", "adict*", "alcoh*", "droga*", "drogo*", "anorexi*",
          "anoréxi*",
          "bulimi*", "bulími*", "demencia*", "autolesi*", "suicid*", "trastorno*", "pánico*", "*fobia*", "fóbic*",
          "diagn*", "*trauma*", "traumát*", "duelo*", "burnout", "insomnio*",
        ]
      ),
      (
        .nature,
        [
          "*terap*", "*terápi*", "psic*", "psiqui*", "sesión", "sesiones", "tratamiento*", "evaluación", "evaluaciones",
          "emdr", "tcc", "clínic*", "salud mental", "supervis*", "segunda opinión", "derivación", "derivaciones",
          "paciente", "pacientes", "consejería", "orientador*",
        ]
      ),
      (
        .risk,
        [
          "riesgo*", "arriesg*", "vulnerab*", "crisis", "peligro*", "en crisis", "de alto riesgo", "suicida",
          "desprotecci*",
        ]
      ),
      (
        .payer,
        [
          "asegurador*", "seguro médico", "seguro de salud", "su seguro", "seguros", "seguridad social", "mutua",
          "mutuas", "mutualidad*", "factura*", "tarifa*", "honorario*", "reembols*", "copago*", "pago", "pagos",
          "pagador*", "obra social", "prepaga",
        ]
      ),
      (
        .reason,
        [
          "vacacion*", "de permiso", "permiso de", "permiso por", "licencia por", "enferm*", "de baja", "baja médica",
          "baja laboral", "baja por", "maternidad*", "maternal*", "paternidad*", "paternal*", "parental*", "embaraz*",
          "parto", "formación", "capacitación", "curso", "cursos", "cursillo*", "congreso*", "conferencia*",
          "hospital*",
          "cirugía*", "quirúrgic*", "operación", "operaciones", "funeral*", "entierro*", "fallec*", "boda", "bodas",
          "luna de miel", "sabátic*", "viaje", "viajes", "huelga*", "jubilaci*", "excedencia*",
        ]
      ),
    ]
  }
}
