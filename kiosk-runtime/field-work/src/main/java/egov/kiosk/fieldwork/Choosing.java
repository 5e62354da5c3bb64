package egov.kiosk.fieldwork;

import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditAttribute;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.audit.AuditUnavailableException;
import egov.kiosk.domain.field.Draft;
import egov.kiosk.domain.field.DraftKind;
import egov.kiosk.domain.field.FieldException;
import egov.kiosk.domain.field.FieldException.Reason;
import egov.kiosk.domain.field.Household;
import egov.kiosk.domain.field.Household.Conflict;
import egov.kiosk.domain.field.Person;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a worker does with the platform's word about a household; recorded before it is done. */
final class Choosing {
  private final Books books;
  private final Drafting drafting;
  private final FieldNumbers numbers;
  private final Ports ports;
  private final InstantSource clock;

  Choosing(Books books, Drafting drafting, FieldNumbers numbers, Ports ports, InstantSource clock) {
    this.books = books;
    this.drafting = drafting;
    this.numbers = numbers;
    this.ports = ports;
    this.clock = clock;
  }

  /** Whose version stands. */
  private enum Chosen {
    OWN,
    PLATFORM
  }

  /**
   * Decides between two versions of a field.
   *
   * @return whether something is to be handed in by it
   */
  boolean resolve(Badge who, String household, String field, boolean mine) throws FieldException {
    Household house = books.houses().get(household);
    Conflict conflict =
        house.conflicts().stream()
            .filter(one -> one.field().equals(field))
            .findFirst()
            .orElseThrow(() -> new FieldException(Reason.NOT_FOUND, "nothing is to be decided"));
    require(
        AuditEvent.of(AuditActor.staff(who.value()), AuditAction.FIELD_CHOICE, AuditResult.DONE)
            .with(AuditAttribute.REASON, mine ? Chosen.OWN : Chosen.PLATFORM));
    if (!mine) {
      books.houses().put(house.yielding(field));
      return false;
    }
    Map<String, String> answers =
        Map.of(
            "field", field,
            "value", conflict.mine(),
            "revision", Long.toString(house.revision()));
    drafting.keep(
        new Draft(
            TransactionId.create(clock.instant()),
            DraftKind.CHOICE,
            who,
            Optional.empty(),
            Optional.of(house.id()),
            Optional.empty(),
            clock.instant(),
            answers,
            Map.of(),
            List.of(),
            Optional.empty(),
            Optional.of(new Draft.HandedIn(numbers.next(), clock.instant()))));
    return true;
  }

  /** The full ID number of somebody. */
  String reveal(Badge who, String household, int person) throws FieldException {
    Person asked =
        Person.of(books.houses().get(household).shown()).stream()
            .filter(one -> one.index() == person)
            .findFirst()
            .orElseThrow(() -> new FieldException(Reason.NOT_FOUND, "there is nobody"));
    require(
        AuditEvent.of(AuditActor.staff(who.value()), AuditAction.FIELD_REVEALED, AuditResult.DONE));
    return asked.number();
  }

  private void require(AuditEvent event) throws FieldException {
    try {
      ports.audit().get().require(event);
    } catch (AuditUnavailableException e) {
      throw new FieldException(Reason.NOT_RECORDED, "it cannot be recorded, so it is not done", e);
    }
  }
}
