package egov.kiosk.upkeep.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.citizen.Portrait;
import egov.kiosk.domain.device.Cabinet;
import egov.kiosk.domain.device.CardRead;
import egov.kiosk.domain.device.CodeKind;
import egov.kiosk.domain.device.CodeScanner;
import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.IdCardReader;
import egov.kiosk.domain.device.ScannedCode;
import egov.kiosk.domain.device.SocialCardReader;
import egov.kiosk.domain.print.PageDocument;
import egov.kiosk.domain.print.PagePrinter;
import egov.kiosk.domain.print.PageProgress;
import egov.kiosk.domain.print.PageTicket;
import egov.kiosk.domain.upkeep.DeviceTrial;
import egov.kiosk.domain.upkeep.Outcome;
import egov.kiosk.domain.upkeep.TrialFault;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A trial has the device do its work, and keeps nothing of what was shown for it. */
class TryoutTest {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  @TempDir private Path directory;
  private final Bench bench = new Bench();
  private final Portrait portrait = Shown.portrait();
  private final List<String> calls = new ArrayList<>();

  private interface Answer {
    Object to(String call, Object[] given) throws DeviceException;
  }

  private <D extends Device> D device(Class<D> kind, String name, Answer answer) {
    Object made =
        Proxy.newProxyInstance(
            kind.getClassLoader(),
            new Class<?>[] {kind},
            (proxy, method, given) ->
                switch (method.getName()) {
                  case "name" -> name;
                  case "identity" -> Optional.empty();
                  case "status" -> new DeviceStatus(DeviceState.ONLINE, Set.of(), Bench.NOW);
                  default -> {
                    calls.add(method.getName());
                    yield answer.to(method.getName(), given);
                  }
                });
    return kind.cast(made);
  }

  private DeviceTrial tried(Device device) throws Exception {
    bench.more.clear();
    bench.more.add(device);
    Commissioning desk = new Commissioning(directory, bench, () -> Bench.NOW);
    DeviceTrial now = trial(desk.test(device.name(), PATIENCE).devices(), device);
    if (now.outcome() != Outcome.OPEN) {
      List<DeviceTrial> kept =
          new Commissioning(directory, bench, () -> Bench.NOW).view().devices();
      assertEquals(now.seen(), trial(kept, device).seen(), "kept over a power cut");
      assertEquals(now.outcome(), trial(kept, device).outcome());
    }
    return now;
  }

  private static DeviceTrial trial(List<DeviceTrial> all, Device device) {
    return all.stream().filter(one -> one.device().equals(device.name())).findFirst().orElseThrow();
  }

  private static DeviceException fault(FaultCode code) {
    return new DeviceException(code, "a device", "as the test wants it");
  }

  private void assertNothingKept() throws IOException {
    String kept = Files.readString(directory.resolve("setup"));
    for (String secret : List.of("李", "1949", "002X", "A12345678", "朝阳")) {
      assertFalse(kept.contains(secret), kept);
    }
  }

  @Test
  void sampleCard_isRead_passes_andNothingOfItIsLeft() throws Exception {
    DeviceTrial trial =
        tried(
            device(
                IdCardReader.class,
                "id-card-reader",
                (call, given) -> new CardRead(Shown.card(portrait), Duration.ZERO, Duration.ZERO)));
    assertEquals("a card was read; nothing of it was kept", trial.seen());
    assertEquals(Outcome.PASSED, trial.outcome());
    assertEquals(List.of("read"), calls);
    assertTrue(portrait.isEmpty(), "its photo is wiped");
    assertNothingKept();
  }

  @Test
  void socialCard_isRead_passes_andNothingOfItIsLeft() throws Exception {
    DeviceTrial trial =
        tried(
            device(
                SocialCardReader.class, "social-card-reader", (call, given) -> Shown.socialCard()));
    assertEquals("a card was read; nothing of it was kept", trial.seen());
    assertEquals(Outcome.PASSED, trial.outcome());
    assertNothingKept();
  }

  @Test
  void noCardInTime_isNobodysFault_andStaysOpen() throws Exception {
    for (Class<? extends Device> kind : List.of(IdCardReader.class, SocialCardReader.class)) {
      DeviceTrial trial =
          tried(
              device(
                  kind,
                  "reader",
                  (call, given) -> {
                    throw fault(FaultCode.NO_CARD);
                  }));
      assertEquals(Outcome.OPEN, trial.outcome());
      assertTrue(trial.seen().startsWith("no card came in time"), trial.seen());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NO_DEVICE, NO_ANSWER, the technician acts",
    "READER_SELF_TEST_FAILED, BAD_RESULT, the technician acts",
    "NOT_THE_ACCEPTED_DEVICE, WRONG_DEVICE, the technician acts",
    "CARD_DATA_INVALID, BAD_RESULT, the staff act",
    "CARD_UNREADABLE, BAD_RESULT, whoever tries it acts"
  })
  void failingReader_doesNotPass_andSaysWhatAndWhoActs(FaultCode code, TrialFault why, String who)
      throws Exception {
    DeviceTrial trial =
        tried(
            device(
                IdCardReader.class,
                "id-card-reader",
                (call, given) -> {
                  throw fault(code);
                }));
    assertEquals(Outcome.FAILED, trial.outcome());
    assertEquals(why.name(), trial.reason());
    assertEquals(code + " " + code.code() + "; " + who, trial.seen());
  }

  @Test
  void busyReader_isTriedAgain_andNotFailed() throws Exception {
    DeviceTrial trial =
        tried(
            device(
                IdCardReader.class,
                "id-card-reader",
                (call, given) -> {
                  throw fault(FaultCode.BUSY);
                }));
    assertEquals(Outcome.OPEN, trial.outcome());
  }

  @ParameterizedTest
  @CsvSource({
    "123456789012345678, a code of 18 characters was read; only digits",
    "AB12cd, a code of 6 characters was read; letters and digits",
    "https://x.example/1?a=b, 'a code of 23 characters was read; letters, digits and signs'"
  })
  void anyCode_isRead_andOnlyItsLengthAndKindAreSaid(String text, String seen) throws Exception {
    ScannedCode code =
        new ScannedCode(CodeKind.PROVINCIAL, Bench.NOW, text.getBytes(StandardCharsets.US_ASCII));
    DeviceTrial trial =
        tried(device(CodeScanner.class, "code-scanner", (call, given) -> Optional.of(code)));
    assertEquals(seen, trial.seen());
    assertEquals(Outcome.PASSED, trial.outcome());
    assertTrue(code.closed(), "nothing is left of it");
    assertFalse(Files.readString(directory.resolve("setup")).contains(text));
  }

  @Test
  void codeOfNoCitizen_wasReadAllTheSame_noCodeStaysOpen_noScannerFails() throws Exception {
    DeviceTrial refused =
        tried(
            device(
                CodeScanner.class,
                "code-scanner",
                (call, given) -> {
                  throw fault(FaultCode.CODE_REFUSED);
                }));
    assertEquals(Outcome.PASSED, refused.outcome());
    DeviceTrial gone =
        tried(
            device(
                CodeScanner.class,
                "code-scanner",
                (call, given) -> {
                  throw fault(FaultCode.NO_DEVICE);
                }));
    assertEquals(Outcome.FAILED, gone.outcome());
    DeviceTrial nothing =
        tried(device(CodeScanner.class, "second-scanner", (call, given) -> Optional.empty()));
    assertEquals(Outcome.OPEN, nothing.outcome());
    assertTrue(nothing.seen().startsWith("no code came in time"), nothing.seen());
  }

  private Device pages(PageProgress... looks) {
    List<PageProgress> left = new ArrayList<>(List.of(looks));
    return device(
        PagePrinter.class,
        "page-printer",
        (call, given) ->
            switch (call) {
              case "send" -> {
                assertTrue(given[1] instanceof PageDocument.Sheet, "one sheet with our text");
                yield new PageTicket(1);
              }
              case "look" -> left.size() > 1 ? left.remove(0) : left.get(0);
              default -> null;
            });
  }

  private static PageProgress at(PageProgress.Stage stage, FaultCode... faults) {
    return new PageProgress(stage, OptionalInt.empty(), false, Set.of(faults));
  }

  @Test
  void pagePrinter_printsATestPage_thatAPersonLooksAt() throws Exception {
    DeviceTrial trial =
        tried(
            pages(
                at(PageProgress.Stage.WAITING),
                at(PageProgress.Stage.PRINTING, FaultCode.TONER_LOW),
                at(PageProgress.Stage.COMPLETED)));
    assertEquals("a test page was printed", trial.seen());
    assertEquals(Outcome.OPEN, trial.outcome());
    assertEquals(List.of("send", "look", "look", "look"), calls);
  }

  @Test
  void pagePrinterWithoutPaper_fails_andTheJobIsTakenBack() throws Exception {
    DeviceTrial trial = tried(pages(at(PageProgress.Stage.STOPPED, FaultCode.PAPER_OUT)));
    assertEquals(Outcome.FAILED, trial.outcome());
    assertEquals("PAPER_OUT P-01; the technician acts", trial.seen());
    assertEquals(List.of("send", "look", "cancel"), calls);
    assertEquals(Outcome.FAILED, tried(pages(at(PageProgress.Stage.ABORTED))).outcome());
  }

  @Test
  void cabinet_isOnlyAsked_andSaysThatNothingIsOpened() throws Exception {
    DeviceTrial trial = tried(device(Cabinet.class, "cabinet", (call, given) -> null));
    assertEquals(Outcome.OPEN, trial.outcome());
    assertTrue(trial.seen().endsWith("no trial opens the cabinet, try its door by hand"));
    assertEquals(List.of(), calls, "no lamp and no lock was touched");
  }

  @Test
  void personsWord_standsOverTheMachines() throws Exception {
    Device reader =
        device(
            IdCardReader.class,
            "id-card-reader",
            (call, given) -> {
              throw fault(FaultCode.NO_DEVICE);
            });
    assertEquals(Outcome.FAILED, tried(reader).outcome());
    Commissioning desk = new Commissioning(directory, bench, () -> Bench.NOW);
    DeviceTrial judged =
        trial(desk.judge("id-card-reader", false, "SPARE_ORDERED").devices(), reader);
    assertEquals("SPARE_ORDERED", judged.reason());
  }
}
