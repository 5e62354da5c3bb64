package egov.kiosk.fieldwork;

import egov.kiosk.domain.citizen.Consent;
import egov.kiosk.domain.citizen.ConsentAnswer;
import egov.kiosk.domain.citizen.ConsentGiver;
import egov.kiosk.domain.citizen.ConsentPurpose;
import egov.kiosk.domain.citizen.IdentityLevel;
import egov.kiosk.domain.field.Draft;
import egov.kiosk.domain.field.DraftKind;
import egov.kiosk.domain.field.Piece;
import egov.kiosk.domain.transaction.Assent;
import egov.kiosk.domain.transaction.Catalogue;
import egov.kiosk.domain.transaction.Enclosed;
import egov.kiosk.domain.transaction.FormData;
import egov.kiosk.domain.transaction.FormRejectedException;
import egov.kiosk.domain.transaction.OfflineClass;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.domain.transaction.Transaction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes the transaction of a draft; the same draft always makes the same one. */
final class Composer {
  /** The answer in which a catalogue form's version is kept. */
  static final String FORM_VERSION = "_version";

  private static final String EDITION = "_consentVersion";
  private static final String SENTENCE = "_consentText";
  private static final String SHOWN = "_consentShown";

  /** The piece that is a signature. */
  static final String SIGNATURE = "signature-strokes";

  private final Ports ports;
  private final String grid;

  Composer(Ports ports, String grid) {
    this.ports = ports;
    this.grid = grid;
  }

  /**
   * The item and what its form says.
   *
   * @throws FormRejectedException when answers are missing or wrong
   */
  record Filled(ServiceItem item, FormData form) {}

  Filled fill(Draft draft) throws FormRejectedException {
    boolean signed = signature(draft).isPresent();
    if (draft.kind() == DraftKind.FORM) {
      return fillForm(draft, signed);
    }
    ServiceItem item = Forms.item(draft, signed);
    return new Filled(item, FormData.of(item.questions(), said(draft), Optional.empty()));
  }

  private Filled fillForm(Draft draft, boolean signed) throws FormRejectedException {
    Map<String, String> answers = new TreeMap<>(draft.answers());
    answers.keySet().removeIf(name -> name.startsWith("_"));
    Optional<ServiceItem> known = form(draft);
    try {
      if (known.isPresent()) {
        return new Filled(
            known.get(), FormData.of(known.get().questions(), answers, Optional.empty()));
      }
    } catch (FormRejectedException e) {
      if (draft.handedIn().isEmpty()) {
        throw e;
      }
    }
    // Its entry was changed or taken back after it was handed in: what was accepted goes all the
    // same, under the version it was written for.
    String version = draft.answers().getOrDefault(FORM_VERSION, "0");
    ServiceItem bare = Forms.bare(draft, version, signed);
    return new Filled(bare, FormData.of(bare.questions(), answers, Optional.empty()));
  }

  /** The catalogue's entry of a draft, when it is one that a worker can fill in. */
  Optional<ServiceItem> form(Draft draft) {
    return draft.itemCode().flatMap(this::form);
  }

  Optional<ServiceItem> form(String code) {
    return ports
        .catalogue()
        .get()
        .flatMap((Catalogue catalogue) -> catalogue.item(code))
        .filter(item -> item.identityLevel() == IdentityLevel.NONE)
        .filter(item -> item.offlineClass() == OfflineClass.QUEUE_OK);
  }

  /** The answers as they go up: with the grid, without what a resident did not agree to. */
  private Map<String, String> said(Draft draft) {
    Map<String, String> answers = new TreeMap<>(draft.answers());
    if (draft.kind() == DraftKind.PATROL || refused(draft)) {
      answers.keySet().removeIf(name -> name.matches("p[0-9]{1,2}[A-Z][a-z]+|t[0-9]{4}"));
    }
    answers.keySet().removeIf(name -> name.startsWith("_"));
    String cleared =
        draft.bases().keySet().stream()
            .filter(field -> "".equals(answers.get(field)))
            .sorted()
            .collect(Collectors.joining(","));
    if (!cleared.isEmpty()) {
      answers.put("cleared", cleared);
    }
    answers.put("grid", grid);
    answers.put("worker", draft.badge().value());
    draft.task().ifPresent(task -> answers.put("taskId", task.value()));
    draft.household().ifPresent(house -> answers.put("houseId", house.value()));
    return answers;
  }

  static boolean refused(Draft draft) {
    return draft.consent().filter(said -> said.answer() != ConsentAnswer.GIVEN).isPresent();
  }

  /**
   * A draft without what a resident did not agree to, for one that is rescued before it was handed
   * in. A visit's other words and photos go as they do when it is handed in; a form that was
   * refused cannot be handed in at all, so nothing of what it says goes.
   */
  static Draft agreed(Draft draft) {
    if (!refused(draft)) {
      return draft;
    }
    boolean form = draft.kind() == DraftKind.FORM;
    Map<String, String> answers = new TreeMap<>(draft.answers());
    Map<String, String> bases = new TreeMap<>(draft.bases());
    if (form) {
      answers.keySet().removeIf(name -> !name.startsWith("_"));
      bases.clear();
    } else {
      answers.keySet().removeIf(name -> name.matches("p[0-9].*"));
      bases.keySet().removeIf(name -> name.matches("p[0-9].*"));
    }
    return draft.answers(answers, bases).pieces(form ? List.of() : draft.pieces());
  }

  static Optional<Piece> signature(Draft draft) {
    return draft.pieces().stream()
        .filter(piece -> piece.enclosure().name().equals(SIGNATURE))
        .findFirst();
  }

  /**
   * The transaction of a draft that is handed in.
   *
   * @throws FormRejectedException when nobody could have handed that in
   */
  Transaction transaction(Draft draft, String kioskId) throws FormRejectedException {
    Filled filled = fill(draft);
    Draft.HandedIn handed = draft.handedIn().orElseThrow();
    Optional<Assent> assent =
        filled.item().signed()
            ? Optional.of(
                new Assent(Assent.Way.SIGNED, handed.at(), hidden(draft, SENTENCE, Wording.OWN)))
            : Optional.empty();
    return new Transaction(
        draft.id(),
        kioskId,
        handed.number(),
        handed.at(),
        filled.item(),
        Optional.empty(),
        consents(draft),
        filled.form(),
        new Enclosed(draft.pieces().stream().map(Piece::enclosure).toList(), List.of(), assent));
  }

  /** What a resident is asked to agree to for a draft; empty where nobody is asked. */
  Optional<Wording> asked(Draft draft) {
    if (draft.kind() == DraftKind.VISIT) {
      return Optional.of(Wording.OWN);
    }
    Optional<ServiceItem> form = draft.kind() == DraftKind.FORM ? form(draft) : Optional.empty();
    return form.flatMap(item -> item.consent(ConsentPurpose.DATA))
        .map(Wording::of)
        .or(() -> form.filter(ServiceItem::signed).map(item -> Wording.OWN));
  }

  /** Whether a resident signs: always at a visit, at a form where its entry says so. */
  boolean signs(Draft draft) {
    return draft.kind() == DraftKind.VISIT
        || draft.kind() == DraftKind.FORM && form(draft).filter(ServiceItem::signed).isPresent();
  }

  /** What is noted beside an answer to a wording, so that later editions change nothing of it. */
  Map<String, String> noted(Wording asked) {
    return Map.of(
        EDITION,
        asked.version(),
        SENTENCE,
        hex(asked.text().getBytes(StandardCharsets.UTF_8)),
        SHOWN,
        hex(asked.shown()));
  }

  private String hidden(Draft draft, String name, Wording otherwise) {
    return draft.answers().getOrDefault(name, noted(otherwise).get(name));
  }

  private String hex(byte[] content) {
    return HexFormat.of().formatHex(ports.digest().of(content));
  }

  private List<Consent> consents(Draft draft) {
    return draft
        .consent()
        .map(
            said ->
                new Consent(
                    ConsentPurpose.DATA,
                    hidden(draft, EDITION, Wording.OWN),
                    said.at(),
                    said.answer(),
                    ConsentGiver.HOLDER,
                    Optional.of(hidden(draft, SHOWN, Wording.OWN))))
        .map(List::of)
        .orElse(List.of());
  }
}
