package egov.kiosk.fieldwork;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.field.DraftKind;
import egov.kiosk.domain.field.FieldException;
import egov.kiosk.domain.field.FieldException.Reason;
import egov.kiosk.fieldwork.desk.DraftView;
import egov.kiosk.fieldwork.desk.FieldDesk.Beginning;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A voice note is heard and taken away by whoever recorded it, before it goes. */
class VoiceTest {
  private static final byte[] SOUND = {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3, 1, 2, 3};

  private static DraftView event(Tablet tablet) throws FieldException {
    return tablet.work.begin(
        Tablet.WORKER,
        new Beginning(DraftKind.EVENT, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  @Test
  void voiceNote_isHeardAsItIsKept_byItsWorkerAlone_andGoesWhenTakenAway() throws Exception {
    Tablet tablet = Tablet.in(new World(1));
    String draft = event(tablet).id();
    assertNone(tablet, Tablet.WORKER, draft);
    tablet.work.voice(Tablet.WORKER, draft, SOUND);
    tablet.start();
    assertArrayEquals(SOUND, tablet.work.sound(Tablet.WORKER, draft));
    assertNone(tablet, new Badge("W-13"), draft);
    FieldException noPicture =
        assertThrows(
            FieldException.class, () -> tablet.work.picture(Tablet.WORKER, draft, "voice-note"));
    assertEquals(Reason.NOT_FOUND, noPicture.reason(), "a sound is no picture");
    assertEquals(
        List.of(), tablet.work.takeAway(Tablet.WORKER, draft, "voice-note").pieces(), "gone");
    assertNone(tablet, Tablet.WORKER, draft);
    assertTrue(
        tablet.world.files().keySet().stream().noneMatch(file -> file.startsWith("/field/piece")),
        "nothing of it is left on the disk");
  }

  private static void assertNone(Tablet tablet, Badge who, String draft) {
    FieldException refused =
        assertThrows(FieldException.class, () -> tablet.work.sound(who, draft));
    assertEquals(Reason.NOT_FOUND, refused.reason());
  }
}
