package dev.rampart.domain.access;

/** What repeating a write may touch, within one transaction. */
public interface RepeatStores {

    RememberedAnswers rememberedAnswers();
}
