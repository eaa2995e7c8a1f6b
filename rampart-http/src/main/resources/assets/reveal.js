// Shows and hides a password. Without it the button stays hidden and the field is what it always was.
for (const button of document.querySelectorAll('button[data-reveal]')) {
  const field = document.getElementById(button.dataset.reveal)
  const show = (shown) => {
    field.type = shown ? 'text' : 'password'
    button.textContent = shown ? button.dataset.hide : button.dataset.show
    button.setAttribute('aria-label', shown ? button.dataset.hideLabel : button.dataset.showLabel)
  }
  button.hidden = false
  button.addEventListener('click', () => {
    show(field.type === 'password')
    field.focus()
  })
  // So that no browser remembers it as an ordinary text.
  field.form.addEventListener('submit', () => show(false))
}
