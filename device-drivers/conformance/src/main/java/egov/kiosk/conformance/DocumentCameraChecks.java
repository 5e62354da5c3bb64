package egov.kiosk.conformance;

import egov.kiosk.domain.device.DocumentCamera;
import egov.kiosk.domain.device.DocumentPage;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.PageFlaw;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a camera that looks down at documents must do. */
final class DocumentCameraChecks {
  private static final Duration PICTURE = StreamChecks.PICTURE;
  private static final Duration LIMIT = Duration.ofSeconds(12);
  private static final Duration SETTLE = Duration.ofSeconds(8);
  private static final int WIDEST_PREVIEW = 960;
  private static final int LEAST_WIDTH = 400;
  private static final int TIMES = 5;
  private static final double STEADY = 0.05;

  private final StreamChecks<DocumentCamera, DocumentCamera.Stream> streams =
      new StreamChecks<>(
          DocumentCamera::open,
          (stream, limit) -> stream.take(limit).close(),
          DocumentCamera.Stream::preview,
          WIDEST_PREVIEW);

  private DocumentCameraChecks() {}

  static Exam<DocumentCamera> exam() {
    DocumentCameraChecks checks = new DocumentCameraChecks();
    CommonChecks<DocumentCamera> common =
        new CommonChecks<>("D", checks.streams::glimpse, checks.streams::watch);
    List<Check<DocumentCamera>> all = new ArrayList<>();
    all.add(new Check<>("D00", "has a clear table at the beginning", checks::clear));
    all.addAll(common.first());
    all.addAll(checks.stream());
    all.addAll(checks.documents());
    all.addAll(common.last());
    return new Exam<>(all);
  }

  private void clear(Subject<DocumentCamera> subject) throws Exception {
    subject.make(Gesture.TAKE_DOCUMENT_AWAY);
  }

  private interface Look {
    void at(DocumentPage page) throws Exception;
  }

  private void take(Subject<DocumentCamera> subject, Look look) throws Exception {
    streams.open(
        subject,
        stream -> {
          try (DocumentPage page = subject.within(LIMIT, () -> stream.take(PICTURE))) {
            look.at(page);
          }
        });
  }

  private List<Check<DocumentCamera>> stream() {
    return List.of(
        new Check<>("D20", "gives a picture within 3 s of being switched on", streams::first),
        new Check<>("D21", "gives a JPEG preview of at most 960 pixels", streams::preview),
        new Check<>("D22", "gives a page as a JPEG of the size it says", this::jpeg),
        new Check<>("D23", "says of a clear table that no edges are seen", this::noEdges),
        new Check<>("D24", "sees no outline on a clear table", this::noOutline),
        new Check<>("D25", "overwrites a page that is closed", this::wiped),
        new Check<>("D26", "gives nothing after it was switched off", this::dark),
        new Check<>("D27", "is switched on by one caller only", streams::once),
        new Check<>("D28", "can be switched off twice", streams::twice),
        new Check<>("D29", "can be switched on and off again and again", streams::again));
  }

  private List<Check<DocumentCamera>> documents() {
    return List.of(
        new Check<>("D40", "sees the outline of a document that is laid down", this::outline),
        new Check<>("D41", "cuts the document out", this::cutOut).after(Gesture.LAY_DOCUMENT),
        new Check<>("D42", "gives a page large enough to be read", this::readable)
            .after(Gesture.LAY_DOCUMENT),
        new Check<>("D43", "gives the same document the same size each time", this::steady)
            .after(Gesture.LAY_DOCUMENT),
        new Check<>("D44", "finds no flaw in a document that lies well", this::flawless)
            .after(Gesture.LAY_DOCUMENT),
        new Check<>("D45", "sees that the document was taken away", this::gone));
  }

  private void jpeg(Subject<DocumentCamera> subject) throws Exception {
    take(
        subject,
        page -> {
          int[] size = JpegSize.of(page.jpeg());
          subject.require(size.length == 2, "it is no JPEG");
          subject.require(
              size[0] == page.width() && size[1] == page.height(), "it has another size");
          subject.note(page.jpeg().length / 1024 + " KiB");
        });
  }

  private void noEdges(Subject<DocumentCamera> subject) throws Exception {
    subject.make(Gesture.TAKE_DOCUMENT_AWAY);
    take(
        subject,
        page -> subject.require(page.flaws().contains(PageFlaw.NO_EDGES), "says it saw edges"));
  }

  private void noOutline(Subject<DocumentCamera> subject) throws Exception {
    subject.make(Gesture.TAKE_DOCUMENT_AWAY);
    streams.open(
        subject,
        stream -> {
          stream.take(PICTURE).close();
          for (int i = 0; i < TIMES; i++) {
            subject.require(stream.outline().isEmpty(), "sees one");
          }
        });
  }

  private void wiped(Subject<DocumentCamera> subject) throws Exception {
    streams.open(
        subject,
        stream -> {
          DocumentPage page = stream.take(PICTURE);
          page.close();
          for (byte value : page.jpeg()) {
            subject.require(value == 0, "left its picture behind");
          }
        });
  }

  private void dark(Subject<DocumentCamera> subject) throws Exception {
    DocumentCamera.Stream closed = streams.closed(subject);
    subject.fault(LIMIT, () -> closed.take(Duration.ofMillis(200)), FaultCode.CAMERA_LOST);
    subject.require(subject.within(LIMIT, closed::outline).isEmpty(), "gave an outline");
  }

  private void outline(Subject<DocumentCamera> subject) throws Exception {
    subject.make(Gesture.LAY_DOCUMENT);
    streams.open(
        subject,
        stream ->
            subject.eventually(SETTLE, () -> stream.outline().isPresent(), "sees no outline"));
  }

  private void cutOut(Subject<DocumentCamera> subject) throws Exception {
    take(
        subject,
        page -> {
          subject.require(!page.flaws().contains(PageFlaw.NO_EDGES), "saw no edges");
          subject.require(!page.flaws().contains(PageFlaw.CUT_OFF), "says it is cut off");
          subject.note(page.width() + " by " + page.height());
        });
  }

  private void readable(Subject<DocumentCamera> subject) throws Exception {
    take(
        subject,
        page ->
            subject.require(
                Math.min(page.width(), page.height()) >= LEAST_WIDTH,
                "is " + page.width() + " by " + page.height()));
  }

  private void steady(Subject<DocumentCamera> subject) throws Exception {
    int[] width = new int[1];
    take(subject, page -> width[0] = page.width());
    for (int i = 0; i < TIMES; i++) {
      take(
          subject,
          page ->
              subject.require(
                  Math.abs(page.width() - width[0]) <= STEADY * width[0],
                  "was " + width[0] + " wide and then " + page.width()));
    }
  }

  private void flawless(Subject<DocumentCamera> subject) throws Exception {
    take(subject, page -> subject.require(page.flaws().isEmpty(), "says " + page.flaws()));
  }

  private void gone(Subject<DocumentCamera> subject) throws Exception {
    subject.make(Gesture.TAKE_DOCUMENT_AWAY);
    streams.open(
        subject,
        stream ->
            subject.eventually(SETTLE, () -> stream.outline().isEmpty(), "still sees an outline"));
  }
}
