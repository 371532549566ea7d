package io.vigil.generator.ward;

import java.util.List;

/** Names for patients: first of people long dead, then invented ones. */
final class Names {
  private static final List<String> HISTORIC =
      List.of(
          "Ada Byron",
          "John Snow",
          "Mary Seacole",
          "Ibn al-Nafis",
          "Clara Barton",
          "Ignaz Semmelweis",
          "Wu Lien-teh",
          "Rosalind Franklin",
          "Daniel Hale Williams",
          "Anandi Joshi",
          "Santiago Cajal",
          "Trota of Salerno",
          "Hanaoka Seishu",
          "Edith Cavell",
          "William Harvey",
          "Rufaida Al-Aslamia",
          "Carlos Chagas",
          "Sophia Jex-Blake",
          "Kadambini Ganguly",
          "Willem Einthoven",
          "Rebecca Lee Crumpler",
          "Sushruta Rao",
          "Emmy Noether",
          "Oswaldo Cruz");

  private static final List<String> FIRST =
      List.of(
          "Amara",
          "Jonas",
          "Mei",
          "Tomás",
          "Leila",
          "Oskar",
          "Priya",
          "Kwame",
          "Ingrid",
          "Mateo",
          "Yuki",
          "Fatima",
          "Aleksander",
          "Noor",
          "Sade",
          "Pavel",
          "Elif",
          "Rangi",
          "Bridget",
          "Thabo",
          "Nadia");

  private static final List<String> LAST =
      List.of(
          "Okafor",
          "Lindqvist",
          "Tanaka",
          "Herrera",
          "Haddad",
          "Novak",
          "Sharma",
          "Mensah",
          "Olsen",
          "Vargas",
          "Ito",
          "Rahman",
          "Kowalski",
          "Aziz",
          "Adeyemi",
          "Petrov",
          "Demir",
          "Parata",
          "O'Shea",
          "Dlamini",
          "Moreau",
          "Weber",
          "Quispe");

  private Names() {}

  /** The name of the patient with this index, counted from 0. */
  static String of(int index) {
    if (index < HISTORIC.size()) {
      return HISTORIC.get(index);
    }
    int invented = index - HISTORIC.size();
    // 21 and 23 share no divisor, so that pairs repeat only after 483 patients.
    return FIRST.get(invented % FIRST.size()) + " " + LAST.get(invented % LAST.size());
  }
}
