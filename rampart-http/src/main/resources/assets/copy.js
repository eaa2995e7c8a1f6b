// Copies what stands in another element. Without it, or without a clipboard, the buttons stay hidden.
if (navigator.clipboard) {
  for (const button of document.querySelectorAll('button[data-copy]')) {
    const label = button.textContent
    button.hidden = false
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim())
      button.textContent = button.dataset.done
      setTimeout(() => { button.textContent = label }, 2000)
    })
  }
}
