package egov.kiosk.identity.vision;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class EmbeddingTest {
  @Test
  void cosine_ofKnownVectors() {
    Embedding east = new Embedding(new float[] {3, 0});
    Embedding northEast = new Embedding(new float[] {1, 1});

    assertEquals(Math.sqrt(0.5), east.cosine(northEast), 1e-7);
    assertEquals(1, east.cosine(new Embedding(new float[] {0.1f, 0})), 1e-7);
    assertEquals(-1, east.cosine(new Embedding(new float[] {-5, 0})), 1e-7);
  }

  @Test
  void withoutDirection_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Embedding(new float[4]));
    assertThrows(IllegalArgumentException.class, () -> new Embedding(new float[] {Float.NaN, 1}));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Embedding(new float[] {Float.POSITIVE_INFINITY, 1}));
  }

  @Test
  void closed_isOverwritten() {
    float[] values = {3, 4};

    new Embedding(values).close();

    assertArrayEquals(new float[2], values);
  }

  @Test
  void otherModel_isRefused() {
    Embedding two = new Embedding(new float[] {1, 0});

    assertThrows(
        IllegalArgumentException.class, () -> two.cosine(new Embedding(new float[] {1, 0, 0})));
  }
}
