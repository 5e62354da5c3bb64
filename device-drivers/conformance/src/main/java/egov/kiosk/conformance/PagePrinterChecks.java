package egov.kiosk.conformance;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.print.PageDocument;
import egov.kiosk.domain.print.PagePrinter;
import egov.kiosk.domain.print.PageProgress;
import egov.kiosk.domain.print.PageProgress.Stage;
import egov.kiosk.domain.print.PageTicket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/** What an office printer that keeps jobs must do; prints about a dozen sheets. */
final class PagePrinterChecks {
  private static final Duration ASK = Duration.ofSeconds(5);
  private static final Duration SEND = Duration.ofSeconds(30);
  private static final Duration LIMIT = Duration.ofSeconds(40);
  private static final Duration PRINTED = Duration.ofSeconds(90);
  private static final Duration SHOWN = Duration.ofSeconds(15);
  private static final Duration WAIT = Duration.ofSeconds(3);
  private static final int UNKNOWN = 999_999;

  private int jobs;
  private Optional<PageTicket> held = Optional.empty();

  private PagePrinterChecks() {}

  static Exam<PagePrinter> exam() {
    PagePrinterChecks checks = new PagePrinterChecks();
    CommonChecks<PagePrinter> common =
        new CommonChecks<>("A", PagePrinter::ask, (printer, limit) -> printer.ask(limit));
    List<Check<PagePrinter>> all = new ArrayList<>();
    all.add(new Check<>("A00", "has paper and a closed cover at the beginning", checks::well));
    all.addAll(common.first());
    all.addAll(checks.documents());
    all.addAll(checks.jobs());
    all.addAll(checks.trouble());
    all.addAll(common.last());
    return new Exam<>(all);
  }

  private void well(Subject<PagePrinter> subject) throws Exception {
    subject.make(Gesture.PUT_PAPER_IN);
    subject.make(Gesture.CLOSE_COVER);
  }

  private List<Check<PagePrinter>> documents() {
    return List.of(
        new Check<>(
            "A20", "prints a sheet with text and a code", s -> prints(s, TestPages.sheet())),
        new Check<>("A21", "prints a PDF", s -> prints(s, TestPages.pdf())),
        new Check<>("A22", "prints two drawn pages", s -> prints(s, TestPages.pictures(2))),
        new Check<>("A23", "refuses what does not fit a sheet, before printing", this::tooLong),
        new Check<>("A24", "never says in silence that a job in no time was taken", this::hasty));
  }

  private List<Check<PagePrinter>> jobs() {
    return List.of(
        new Check<>("A30", "finds a job by its name", this::finds),
        new Check<>("A31", "finds no job of a name nobody used", this::findsNone),
        new Check<>("A32", "gives every job a ticket of its own", this::ownTickets),
        new Check<>("A33", "says of a job nobody sent that it is gone", this::gone),
        new Check<>("A34", "bears being told to cancel a job nobody sent", this::cancelsNothing),
        new Check<>("A35", "leaves an ended job alone when it is cancelled", this::cancelsEnded),
        new Check<>("A36", "ends a job that is cancelled at once", this::cancels),
        new Check<>("A37", "forgets an ended job", this::forgets));
  }

  private List<Check<PagePrinter>> trouble() {
    return List.of(
        stands("A40", "says that its paper is out", Gesture.TAKE_PAPER_OUT, FaultCode.PAPER_OUT),
        new Check<>("A41", "never says that a job without paper was printed", this::notPrinted),
        goesOn("A42", "prints it when paper is in, and is well", Gesture.PUT_PAPER_IN),
        stands("A43", "says that its cover is open", Gesture.OPEN_COVER, FaultCode.COVER_OPEN),
        new Check<>("A44", "never says that a job so was printed", this::notPrinted),
        goesOn("A45", "prints it when the cover is closed", Gesture.CLOSE_COVER),
        new Check<>("A46", "prints after all that", s -> prints(s, TestPages.pdf())));
  }

  private String name() {
    jobs++;
    return "conformance-" + System.nanoTime() % 1_000_000 + "-" + jobs;
  }

  private static PageTicket send(Subject<PagePrinter> subject, String name, PageDocument document)
      throws Exception {
    return subject.within(LIMIT, () -> subject.device().send(name, document, SEND));
  }

  private static PageProgress look(Subject<PagePrinter> subject, PageTicket ticket)
      throws Exception {
    return subject.within(LIMIT, () -> subject.device().look(ticket, ASK));
  }

  private void prints(Subject<PagePrinter> subject, PageDocument document) throws Exception {
    long start = System.nanoTime();
    PageTicket ticket = send(subject, name(), document);
    PageProgress end = ended(subject, ticket);
    subject.require(end.stage() == Stage.COMPLETED, "the job is " + end.stage());
    subject.require(!end.flawed(), "says that the job ended with errors");
    subject.require(
        end.sheets().orElse(0) <= document.pages(), "counts " + end.sheets() + " sides");
    subject.note(Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");
  }

  private static PageProgress ended(Subject<PagePrinter> subject, PageTicket ticket)
      throws Exception {
    PageProgress[] progress = {look(subject, ticket)};
    subject.eventually(
        PRINTED,
        () -> {
          try {
            progress[0] = look(subject, ticket);
            return progress[0].stage().over();
          } catch (Exception e) {
            return false;
          }
        },
        "the job does not end");
    return progress[0];
  }

  private void tooLong(Subject<PagePrinter> subject) throws Exception {
    String name = name();
    DeviceException fault =
        subject.fault(LIMIT, () -> subject.device().send(name, TestPages.endless(), SEND));
    subject.require(fault.fault() != FaultCode.PRINT_UNKNOWN, "is not sure whether it printed");
    subject.require(find(subject, name).isEmpty(), "has a job of it");
    subject.note(fault.fault().name());
  }

  /** What failed for certain left no job; what may have been taken is said to be so. */
  private void hasty(Subject<PagePrinter> subject) throws Exception {
    String name = name();
    Callable<PageTicket> sending =
        () -> subject.device().send(name, TestPages.pictures(2), Duration.ofMillis(1));
    Optional<FaultCode> fault = faultOf(subject, sending);
    subject.note(fault.map(FaultCode::name).orElse("quick enough"));
    subject.eventually(SHOWN, () -> asks(subject), "does not answer afterwards");
    if (fault.isEmpty()) {
      subject.require(find(subject, name).isPresent(), "lacks a job it said it took");
    } else if (fault.get() != FaultCode.PRINT_UNKNOWN) {
      subject.require(find(subject, name).isEmpty(), "has a job it said it did not take");
    }
  }

  /** Empty when there was none: a quick machine may take a job even in no time. */
  private static Optional<FaultCode> faultOf(
      Subject<PagePrinter> subject, Callable<PageTicket> sending) throws Exception {
    try {
      subject.within(LIMIT, sending);
      return Optional.empty();
    } catch (DeviceException e) {
      return Optional.of(e.fault());
    }
  }

  private static boolean asks(Subject<PagePrinter> subject) {
    try {
      return subject.within(LIMIT, () -> subject.device().ask(ASK)).state().usable();
    } catch (Exception e) {
      return false;
    }
  }

  private static Optional<PageTicket> find(Subject<PagePrinter> subject, String name)
      throws Exception {
    return subject.within(LIMIT, () -> subject.device().find(name, ASK));
  }

  private void finds(Subject<PagePrinter> subject) throws Exception {
    String name = name();
    PageTicket ticket = send(subject, name, TestPages.pdf());
    subject.require(find(subject, name).equals(Optional.of(ticket)), "does not find it");
    ended(subject, ticket);
  }

  private void findsNone(Subject<PagePrinter> subject) throws Exception {
    subject.require(find(subject, name()).isEmpty(), "finds one");
  }

  private void ownTickets(Subject<PagePrinter> subject) throws Exception {
    PageTicket one = send(subject, name(), TestPages.pdf());
    ended(subject, one);
    PageTicket next = send(subject, name(), TestPages.pdf());
    ended(subject, next);
    subject.require(!one.equals(next), "gives one twice");
  }

  private void gone(Subject<PagePrinter> subject) throws Exception {
    Stage stage = look(subject, new PageTicket(UNKNOWN)).stage();
    subject.require(stage == Stage.GONE, "says that it is " + stage);
  }

  private void cancelsNothing(Subject<PagePrinter> subject) throws Exception {
    cancel(subject, new PageTicket(UNKNOWN));
  }

  private static void cancel(Subject<PagePrinter> subject, PageTicket ticket) throws Exception {
    subject.within(
        LIMIT,
        () -> {
          subject.device().cancel(ticket, ASK);
          return true;
        });
  }

  private void cancelsEnded(Subject<PagePrinter> subject) throws Exception {
    PageTicket ticket = send(subject, name(), TestPages.pdf());
    Stage before = ended(subject, ticket).stage();
    cancel(subject, ticket);
    Stage after = look(subject, ticket).stage();
    subject.require(after == before || after == Stage.GONE, "it is " + after + " now");
  }

  private void cancels(Subject<PagePrinter> subject) throws Exception {
    PageTicket ticket = send(subject, name(), TestPages.pictures(2));
    cancel(subject, ticket);
    subject.note(ended(subject, ticket).stage().name());
  }

  private void forgets(Subject<PagePrinter> subject) throws Exception {
    PageTicket ticket = send(subject, name(), TestPages.pdf());
    ended(subject, ticket);
    subject.within(
        LIMIT,
        () -> {
          subject.device().forget(ticket, ASK);
          return true;
        });
    subject.require(look(subject, ticket).stage().over(), "its job is under way again");
  }

  /** With its trouble a printer either refuses a job for that reason, or takes it and stands. */
  private Check<PagePrinter> stands(String id, String promise, Gesture gesture, FaultCode fault) {
    return new Check<>(
        id,
        promise,
        subject -> {
          held = Optional.empty();
          subject.make(gesture);
          try {
            held = Optional.of(send(subject, name(), TestPages.pdf()));
          } catch (DeviceException e) {
            subject.require(e.fault() == fault, "fault " + e.fault());
          }
          subject.eventually(SHOWN, () -> faults(subject).contains(fault), "does not say " + fault);
        });
  }

  private static Set<FaultCode> faults(Subject<PagePrinter> subject) {
    try {
      return subject.within(LIMIT, () -> subject.device().ask(ASK)).faults();
    } catch (Exception e) {
      return EnumSet.noneOf(FaultCode.class);
    }
  }

  private PageTicket held() throws NotRunException {
    return held.orElseThrow(() -> new NotRunException("it took no job in that state"));
  }

  private void notPrinted(Subject<PagePrinter> subject) throws Exception {
    PageTicket ticket = held();
    Thread.sleep(WAIT.toMillis());
    Stage stage = look(subject, ticket).stage();
    subject.require(stage != Stage.COMPLETED, "says that it was printed");
    subject.note(stage.name());
  }

  private Check<PagePrinter> goesOn(String id, String promise, Gesture gesture) {
    return new Check<>(
        id,
        promise,
        subject -> {
          subject.make(gesture);
          subject.eventually(
              SHOWN, () -> asks(subject) && faults(subject).isEmpty(), "still says it is not well");
          if (held.isPresent()) {
            Stage stage = ended(subject, held.get()).stage();
            subject.require(stage == Stage.COMPLETED, "the job is " + stage);
          }
        });
  }
}
