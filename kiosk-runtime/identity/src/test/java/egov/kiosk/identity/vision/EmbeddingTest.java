package egov.kiosk.identity.vision;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class EmbeddingTest {
  @Test
  void cosine_ofKnownVectors() {
    Embedding east = new Embedding("lab-1", new float[] {3, 0});
    Embedding northEast = new Embedding("lab-1", new float[] {1, 1});

    assertEquals(Math.sqrt(0.5), east.cosine(northEast), 1e-7);
    assertEquals(1, east.cosine(new Embedding("lab-1", new float[] {0.1f, 0})), 1e-7);
    assertEquals(-1, east.cosine(new Embedding("lab-1", new float[] {-5, 0})), 1e-7);
  }

  @Test
  void withoutDirection_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Embedding("lab-1", new float[4]));
    assertThrows(
        IllegalArgumentException.class, () -> new Embedding("lab-1", new float[] {Float.NaN, 1}));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Embedding("lab-1", new float[] {Float.POSITIVE_INFINITY, 1}));
  }

  @Test
  void closed_isOverwritten() {
    float[] values = {3, 4};

    new Embedding("lab-1", values).close();

    assertArrayEquals(new float[2], values);
  }

  @Test
  void otherModel_isRefused() {
    Embedding two = new Embedding("lab-1", new float[] {1, 0});

    assertThrows(
        IllegalArgumentException.class,
        () -> two.cosine(new Embedding("lab-1", new float[] {1, 0, 0})));
  }

  @Test
  void otherPack_isNeverCompared() {
    Embedding one = new Embedding("lab-1", new float[] {1, 0});
    Embedding other = new Embedding("lab-2", new float[] {1, 0});

    assertEquals(
        "faces of the packs lab-1 and lab-2 cannot be compared",
        assertThrows(IllegalArgumentException.class, () -> one.cosine(other)).getMessage());
  }
}
