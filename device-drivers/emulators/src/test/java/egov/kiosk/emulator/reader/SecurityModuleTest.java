package egov.kiosk.emulator.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SecurityModuleTest {
  private static final int FIND = 0x2001;
  private static final int SELECT = 0x2002;
  private static final int READ = 0x3001;

  private final CardTray tray = new CardTray();
  private final ArmedFaults faults = new ArmedFaults();
  private final SecurityModule module =
      new SecurityModule(tray, faults, Repoll.REPEAT, ModuleId.bytes());

  /** Every state and every command with a card that lies still: answer and next state. */
  @ParameterizedTest
  @CsvSource({
    "IDLE,     10FF, 90, IDLE",
    "IDLE,     11FF, 90, IDLE",
    "IDLE,     12FF, 90, IDLE",
    "IDLE,     2001, 9F, FOUND",
    "IDLE,     2002, 81, IDLE",
    "IDLE,     3001, 41, IDLE",
    "IDLE,     3010, 41, IDLE",
    "IDLE,     3003, 41, IDLE",
    "IDLE,     3005, 41, IDLE",
    "IDLE,     6000, 90, IDLE",
    "IDLE,     6005, 21, IDLE",
    "IDLE,     3099, 21, IDLE",
    "FOUND,    10FF, 90, IDLE",
    "FOUND,    11FF, 90, FOUND",
    "FOUND,    2001, 9F, FOUND",
    "FOUND,    2002, 90, SELECTED",
    "FOUND,    3001, 41, IDLE",
    "FOUND,    3010, 41, IDLE",
    "FOUND,    3003, 41, IDLE",
    "FOUND,    3005, 41, IDLE",
    "SELECTED, 10FF, 90, IDLE",
    "SELECTED, 11FF, 90, SELECTED",
    "SELECTED, 2001, 9F, FOUND",
    "SELECTED, 2002, 90, SELECTED",
    "SELECTED, 3001, 90, READ",
    "SELECTED, 3010, 90, READ",
    "SELECTED, 3003, 91, SELECTED",
    "SELECTED, 3005, 90, SELECTED",
    "READ,     10FF, 90, IDLE",
    "READ,     11FF, 90, READ",
    "READ,     2001, 9F, FOUND",
    "READ,     2002, 90, SELECTED",
    "READ,     3001, 90, READ",
    "READ,     3010, 90, READ",
    "READ,     3003, 91, READ",
    "READ,     3005, 90, READ",
  })
  void command_answer_followsTheTable(ModuleState from, String code, String sw3, ModuleState to) {
    place("resident");
    bring(from);
    assertEquals(sw3, ask(Integer.parseInt(code, 16)));
    assertEquals(to, module.state());
  }

  @ParameterizedTest
  @EnumSource(ModuleState.class)
  void cardLifted_everyCommandOnIt_failsAndGoesBackToIdle(ModuleState from) {
    place("resident");
    bring(from);
    tray.lift();
    assertEquals("41", ask(READ));
    assertEquals(ModuleState.IDLE, module.state());
    assertEquals("80", ask(FIND));
  }

  @Test
  void cardSwappedAfterSelect_read_fails() {
    place("resident");
    bring(ModuleState.SELECTED);
    place("hmt");
    assertEquals("41", ask(READ));
  }

  @Test
  void cardSwappedAfterFind_select_fails() {
    place("resident");
    bring(ModuleState.FOUND);
    place("resident");
    assertEquals("81", ask(SELECT));
  }

  @Test
  void cardLiftedWhileThinking_read_fails() {
    place("resident");
    bring(ModuleState.SELECTED);
    assertEquals(Duration.ofMillis(300), module.thinking(new Arrival.Request(READ, 0)));
    tray.lift();
    assertEquals("41", ask(READ));
  }

  @Test
  void thinking_dependsOnWhatLiesThere() {
    Arrival find = new Arrival.Request(FIND, 0);
    Arrival fingers = new Arrival.Request(0x3010, 0);
    assertEquals(Duration.ofMillis(150), module.thinking(find));
    place("resident");
    assertEquals(Duration.ZERO, module.thinking(find));
    assertEquals(Duration.ZERO, module.thinking(fingers));
    bring(ModuleState.SELECTED);
    assertEquals(Duration.ofMillis(600), module.thinking(fingers));
    assertEquals(Duration.ZERO, module.thinking(new Arrival.WrongLength()));
  }

  @Test
  void repollLift_find_missesUntilTheReadCardIsLifted() {
    SecurityModule lifting = new SecurityModule(tray, faults, Repoll.LIFT, ModuleId.bytes());
    place("resident");
    assertEquals("9F", ask(lifting, FIND));
    assertEquals("9F", ask(lifting, FIND));
    ask(lifting, SELECT);
    ask(lifting, READ);
    assertEquals("90", ask(lifting, READ));
    assertEquals("80", ask(lifting, FIND));
    tray.lift();
    place("resident");
    assertEquals("9F", ask(lifting, FIND));
  }

  @Test
  void wrongType_select_isRefusedWith40() {
    place("wrong-type");
    ask(FIND);
    assertEquals("40", ask(SELECT));
    assertEquals("41", ask(READ));
  }

  @Test
  void newAddresses_answer_areSeventyBytesEach() {
    place("rare-name");
    bring(ModuleState.SELECTED);
    byte[] frame = module.answer(new Arrival.Request(0x3003, 0)).frame();
    assertEquals(81, frame.length);
    assertEquals("004A", "%02X%02X".formatted(frame[5], frame[6]));
  }

  @Test
  void dataWhereNoneBelongs_answer_isWrongLength() {
    Reply reply = module.answer(new Arrival.Request(FIND, 1));
    assertEquals("11", sw3(reply));
  }

  @Test
  void badFrames_answer_sayWhichWay() {
    assertEquals("10", sw3(module.answer(new Arrival.WrongChecksum())));
    assertEquals("11", sw3(module.answer(new Arrival.WrongLength())));
  }

  @Test
  void setBaud_answer_carriesTheNextRate() {
    Reply reply = module.answer(new Arrival.Request(0x6004, 0));
    assertEquals(Optional.of(Baud.B9600), reply.nextBaud());
  }

  @Test
  void pulledFault_read_failsAndLeavesTheReaderEmpty() {
    place("resident");
    bring(ModuleState.SELECTED);
    faults.arm(Fault.PULLED, 1, Optional.empty());
    assertEquals("41", ask(READ));
    assertEquals("80", ask(FIND));
  }

  @Test
  void oldModuleFault_fingerprintRead_isUnknownAndPlainReadWorks() {
    place("resident");
    bring(ModuleState.SELECTED);
    faults.arm(Fault.NO_FINGERPRINT_COMMAND, ArmedFaults.ALWAYS, Optional.empty());
    assertEquals("21", ask(0x3010));
    assertEquals("90", ask(READ));
    assertEquals("21", ask(0x3010));
  }

  @ParameterizedTest
  @CsvSource({"UNAUTHORISED, 66", "SELF_TEST, 60", "UNRECOGNISED, 24", "RANDOM_NUMBER, 47"})
  void statusFault_anyCommand_answersThatStatusSoManyTimes(Fault fault, String sw3) {
    faults.arm(fault, 2, Optional.empty());
    assertEquals(sw3, ask(0x11FF));
    assertEquals(sw3, ask(0x9999));
    assertEquals("90", ask(0x11FF));
  }

  @Property
  void anyRequest_answer_isAWellFormedFrame(
      @ForAll @IntRange(max = 0xFFFF) int code, @ForAll @IntRange(max = 61) int dataLength) {
    SecurityModule fresh =
        new SecurityModule(new CardTray(), new ArmedFaults(), Repoll.LIFT, ModuleId.bytes());
    byte[] frame = fresh.answer(new Arrival.Request(code, dataLength)).frame();
    byte xor = 0;
    for (int i = 5; i < frame.length; i++) {
      xor ^= frame[i];
    }
    assertEquals(0, xor);
    int length = Byte.toUnsignedInt(frame[5]) << 8 | Byte.toUnsignedInt(frame[6]);
    assertEquals(frame.length - 7, length);
  }

  private void place(String card) {
    tray.place(CardBox.builtIn().named(card).orElseThrow());
  }

  private void bring(ModuleState state) {
    if (state.compareTo(ModuleState.FOUND) >= 0) {
      ask(FIND);
    }
    if (state.compareTo(ModuleState.SELECTED) >= 0) {
      ask(SELECT);
    }
    if (state == ModuleState.READ) {
      ask(READ);
    }
    assertEquals(state, module.state());
  }

  private String ask(int code) {
    return ask(module, code);
  }

  private static String ask(SecurityModule asked, int code) {
    return sw3(asked.answer(new Arrival.Request(code, 0)));
  }

  private static String sw3(Reply reply) {
    return "%02X".formatted(reply.frame()[9]);
  }
}
