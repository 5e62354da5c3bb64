package egov.kiosk.localapi.technician;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import egov.kiosk.domain.access.AccessException;
import egov.kiosk.domain.access.PinRule;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.upkeep.FirstStart;
import egov.kiosk.domain.upkeep.SetupDesk;
import egov.kiosk.domain.upkeep.SetupException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What somebody who is not signed in may ask of a machine that is nobody yet. */
class FirstStartTest {
  private static final String CODE = "ABCD-EFGH-JKMN-PQR*";
  private static final String PIN = "830264";
  private static final String SLOW = "SLOW";
  private static final String CUT_OFF = "CUT OFF";

  private final List<String> recorded = new ArrayList<>();
  private final List<String> begun = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong(1);
  private volatile boolean open = true;
  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CountDownLatch answered = new CountDownLatch(1);

  private final AuditLog audit =
      new AuditLog() {
        @Override
        public void record(AuditEvent event) {
          recorded.add(event + " " + event.attributes());
        }

        @Override
        public void require(AuditEvent event) {
          record(event);
        }
      };

  private final SetupDesk setup =
      (SetupDesk)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {SetupDesk.class},
              (proxy, method, given) -> {
                if (method.getName().equals("firstStart")) {
                  return new FirstStart(open, true, "", "desk.example:8895");
                }
                assertEquals("begin", method.getName(), "nothing else is open to strangers");
                return begin((FirstStart.Wish) given[0]);
              });

  private final MachineDesk machine =
      new MachineDesk() {
        @Override
        public Optional<SetupDesk> setup() {
          return Optional.of(setup);
        }
      };

  private final TechnicianDesk desk =
      new TechnicianDesk(
          new Console(List::of, Optional::empty, () -> audit, () -> machine), nanos::get);

  private Object begin(FirstStart.Wish wish) throws SetupException, AccessException {
    if (wish.code().equals(SLOW)) {
      arrived.countDown();
      waitFor(answered);
    }
    if (wish.code().equals(CUT_OFF)) {
      open = false;
      throw new SetupException(SetupException.Reason.TECHNICIAN_TAKEN, "PLATFORM_UNREACHABLE");
    }
    if (wish.pin().equals("123456")) {
      throw AccessException.weak(PinRule.RUN);
    }
    if (!wish.code().equals(CODE)) {
      throw new SetupException(SetupException.Reason.CODE_REFUSED, "");
    }
    begun.add(wish.badge());
    return null;
  }

  private Reply begin(String code, String pin) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put("code", code).put("kioskId", "fz-gl-000042").put("badge", "2048").put("pin", pin);
    Reply reply = desk.firstStart("begin", request);
    nanos.addAndGet(3_000_000_000L);
    return reply;
  }

  @Test
  void rightCode_isTakenAndRecordedWithoutWhatWasTyped() {
    assertEquals(200, begin(CODE, PIN).status());
    assertEquals(List.of("2048"), begun);
    assertEquals(2, recorded.size());
    assertTrue(recorded.toString().contains("first-start"), recorded::toString);
    for (String secret : List.of(CODE, PIN, "2048")) {
      assertFalse(recorded.toString().contains(secret), recorded::toString);
    }
  }

  @Test
  void wrongCodeOrWeakPin_saysWhich() {
    assertEquals(403, begin("WRONG", PIN).status());
    Reply weak = begin(CODE, "123456");
    assertEquals(422, weak.status());
    assertTrue(weak.body().toString().contains("ACCESS_PIN_TOO_WEAK"), weak.body()::toString);
    assertTrue(weak.body().toString().contains("RUN"), weak.body()::toString);
    assertTrue(begun.isEmpty());
  }

  @Test
  void somebodyWorksHere_nothingIsTriedOrRecorded_andItIsSaidWhy() {
    open = false;
    Reply over = begin(CODE, PIN);
    assertEquals(409, over.status());
    assertTrue(over.body().toString().contains("SETUP_OVER"), over.body()::toString);
    assertTrue(begun.isEmpty() && recorded.isEmpty());
    Reply state = desk.firstStart("state", JsonNodeFactory.instance.objectNode());
    assertEquals(false, state.body().get("open"));
  }

  @Test
  void hammering_isHeldApart_andFillsNoLog() {
    assertEquals(403, begin("WRONG", PIN).status());
    nanos.addAndGet(-1_000_000_000L);
    for (int i = 0; i < 50; i++) {
      nanos.addAndGet(-3_000_000_000L);
      assertEquals(429, begin(CODE, PIN).status());
    }
    assertEquals(2, recorded.size());
    nanos.addAndGet(3_000_000_000L);
    assertEquals(200, begin(CODE, PIN).status());
  }

  @Test
  void strangersTry_isTheOnlyOneUnderWay_andHoldsNobodyUp() throws Exception {
    Thread stranger = new Thread(() -> begin(SLOW, PIN), "stranger");
    stranger.start();
    waitFor(arrived);
    for (int i = 0; i < 20; i++) {
      Reply told = begin(CODE, PIN);
      assertEquals(429, told.status());
      assertTrue(told.body().toString().contains("SETUP_BUSY"), told.body()::toString);
    }
    assertEquals(1, recorded.size(), "who is told to wait is no record");
    answered.countDown();
    stranger.join();
    nanos.addAndGet(3_000_000_000L);
    assertEquals(200, begin(CODE, PIN).status());
  }

  @Test
  void cutOffBehindTheBook_saysWhereToGoOn() {
    Reply half = begin(CUT_OFF, PIN);
    assertEquals(409, half.status());
    assertTrue(half.body().toString().contains("SETUP_TECHNICIAN_TAKEN"), half.body()::toString);
    assertTrue(half.body().toString().contains("PLATFORM_UNREACHABLE"), half.body()::toString);
    Reply again = begin(CODE, PIN);
    assertEquals(409, again.status(), "no bare not found");
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      assertTrue(latch.await(20, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
