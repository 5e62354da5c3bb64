package egov.kiosk.localapi.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import egov.kiosk.domain.access.AccessException;
import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.access.Presence;
import egov.kiosk.domain.access.StaffDoor;
import egov.kiosk.domain.access.StaffRole;
import egov.kiosk.domain.field.FieldException;
import egov.kiosk.domain.field.FieldException.Reason;
import egov.kiosk.domain.transaction.FieldError;
import egov.kiosk.fieldwork.desk.FieldDesk;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may call a grid worker's desk, and what a call may look like. */
class FieldRoutesTest {
  private static final String DRAFT = "01a20169-2e00-7b29-9ad7-bcdc0e1413bf";

  private final List<String> calls = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private boolean limited;
  private FieldException refusal;
  private final FieldRoutes routes =
      new FieldRoutes(
          () -> Optional.of(fake(StaffDoor.class, this::door)),
          () -> Optional.of(fake(FieldDesk.class, this::desk)),
          InstantSource.system());

  private interface Answering {
    Object answer(Method method, Object[] arguments) throws Exception;
  }

  private static <T> T fake(Class<T> type, Answering answering) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answering.answer(method, arguments)));
  }

  /** A token is the name of a role. */
  private Object door(Method method, Object[] arguments) throws AccessException {
    StaffRole role =
        StaffRole.of((String) arguments[0])
            .orElseThrow(() -> AccessException.of(AccessException.Reason.NOT_SIGNED_IN));
    asked.add(method.getName());
    if (method.getName().equals("use") && !role.covers((StaffRole) arguments[1])) {
      throw AccessException.of(AccessException.Reason.ROLE_TOO_LOW);
    }
    return new Presence(
        new Badge("W-12"), role, limited, Duration.ofMinutes(5), Duration.ofMinutes(60));
  }

  private Object desk(Method method, Object[] arguments) throws FieldException {
    calls.add(method.getName());
    if (refusal != null) {
      throw refusal;
    }
    if (method.getReturnType() == byte[].class) {
      return new byte[] {1, 2, 3};
    }
    return method.getReturnType() == List.class ? List.of() : null;
  }

  private static ObjectNode body(String json) {
    try {
      return (ObjectNode) new ObjectMapper().readTree(json);
    } catch (java.io.IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private FieldReply houses(String token) {
    return routes.post("/api/field/houses", body("{\"token\":\"" + token + "\"}"));
  }

  private static String code(FieldReply reply) {
    return (String) ((Map<?, ?>) reply.members().get("error")).get("code");
  }

  @Test
  @DisplayName("K04 only a grid worker sees households: no other role, and not without a token")
  void k04_otherRolesAndStrangers_areRefusedUnseen() {
    assertEquals(200, houses("GRID_WORKER").status());
    assertEquals("ACCESS_NOT_SIGNED_IN", code(houses("stranger")));
    for (String role : List.of("COUNTER", "TECHNICIAN", "ADMINISTRATOR")) {
      FieldReply refused = houses(role);
      assertEquals(403, refused.status(), role);
      assertEquals("ACCESS_ROLE_TOO_LOW", code(refused), role);
    }
    FieldReply photo =
        routes.upload("/api/field/upload/photo/" + DRAFT + "/photo", Optional.empty(), new byte[9]);
    assertEquals(401, photo.status());
    assertEquals(List.of("houses"), calls, "nobody else got as far as the desk");
  }

  @Test
  @DisplayName("K03 a page that looks by itself keeps nobody signed in")
  void k03_pageThatLooksByItself_isNoUse() {
    String looks = "{\"token\":\"%s\",\"unattended\":true}";
    String worker = String.format(looks, "GRID_WORKER");
    assertEquals(200, routes.post("/api/field/houses", body(worker)).status());
    assertEquals(200, routes.post("/api/field/houses", body(worker)).status());
    assertEquals(List.of("who", "who"), asked);
    assertEquals(200, houses("GRID_WORKER").status());
    assertEquals(List.of("who", "who", "use"), asked);
    FieldReply technician =
        routes.post("/api/field/today", body(String.format(looks, "TECHNICIAN")));
    assertEquals("ACCESS_ROLE_TOO_LOW", code(technician));
    limited = true;
    assertEquals("ACCESS_LIMITED", code(routes.post("/api/field/today", body(worker))));
    assertEquals(List.of("houses", "houses", "houses"), calls);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"token\":\"GRID_WORKER\"}",
        "{\"token\":\"GRID_WORKER\",\"draft\":1,\"field\":\"a\",\"value\":\"b\"}",
        "{\"token\":\"GRID_WORKER\",\"draft\":\"x\",\"field\":[],\"value\":\"b\"}",
        "{\"token\":7,\"draft\":\"x\",\"field\":\"a\",\"value\":\"b\"}",
        "{}"
      })
  void answer_malformed_isRefusedBeforeTheDesk(String json) {
    assertEquals(400, routes.post("/api/field/answer", body(json)).status());
    assertTrue(calls.isEmpty());
  }

  @Test
  void strokes_thatAreNoNumbers_areRefused() {
    for (String strokes : List.of("7", "[[1,2.5]]", "[[\"a\"]]", "[[99999999999]]", "[7]")) {
      String json = "{\"token\":\"GRID_WORKER\",\"draft\":\"x\",\"strokes\":" + strokes + "}";
      assertEquals(400, routes.post("/api/field/sign", body(json)).status(), strokes);
    }
  }

  @Test
  void refusalOfTheDesk_saysWhichFields() {
    refusal =
        new FieldException(List.of(new FieldError("p1Number", FieldError.Code.NOT_DIGITS, 18)));
    FieldReply refused = houses("GRID_WORKER");
    assertEquals(422, refused.status());
    assertEquals("FIELD_ANSWERS", code(refused));
    assertTrue(refused.members().toString().contains("limit=18"));
  }

  @Test
  void unknownCalls_andMachinesWithoutAGrid_areSaid() {
    assertEquals(
        404, routes.post("/api/field/export", body("{\"token\":\"GRID_WORKER\"}")).status());
    FieldRoutes none =
        new FieldRoutes(
            () -> Optional.of(fake(StaffDoor.class, this::door)),
            Optional::empty,
            InstantSource.system());
    FieldReply refused = none.post("/api/field/houses", body("{\"token\":\"GRID_WORKER\"}"));
    assertEquals("NO_GRID", code(refused));
    assertEquals(503, refused.status());
  }

  @Test
  void uploads_areTakenOnlyOfTheirOwnMediaType() {
    String photo = "/api/field/upload/photo/" + DRAFT + "/photo";
    String voice = "/api/field/upload/voice/" + DRAFT;
    assertTrue(FieldRoutes.takes(photo, "image/jpeg") && FieldRoutes.takes(voice, "audio/webm"));
    assertFalse(FieldRoutes.takes(photo, "image/png") || FieldRoutes.takes(voice, "image/jpeg"));
    assertFalse(FieldRoutes.takes("/api/field/houses", "image/jpeg"));
    assertFalse(FieldRoutes.takes(photo + "/../../x", "image/jpeg"));
  }

  @Test
  void newHouseAndSound_areAGridWorkersAlone() {
    String own = "{\"token\":\"GRID_WORKER\",\"draft\":\"" + DRAFT + "\"}";
    FieldReply sound = routes.post("/api/field/sound", body(own));
    assertEquals("AQID", sound.members().get("webm"));
    refusal = new FieldException(Reason.TOO_MANY, "too many drafts");
    FieldReply full = routes.post("/api/field/new-house", body(own));
    assertEquals("FIELD_TOO_MANY", code(full));
    assertEquals(List.of("sound", "newHousehold"), calls);
    for (String call : List.of("sound", "new-house")) {
      String others = own.replace("GRID_WORKER", "TECHNICIAN");
      assertEquals(403, routes.post("/api/field/" + call, body(others)).status());
    }
    assertEquals(2, calls.size(), "nobody else got as far as the desk");
  }
}
